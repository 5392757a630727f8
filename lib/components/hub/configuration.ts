import { authenticatorTraits } from '../authenticator/configuration';
import { cullingTraits } from '../culling/configuration';
import { Installation, oncePerInstallation } from '../../release/installation';
import { isMap, sortedKeys, nonEmpty, valueAt } from '../../data/maps';
import { HUB_TRAITS } from '../../options/hub/hub-traits';
import { proxyTraits } from '../proxy/configuration';
import { spawnerTraits } from '../spawner/configuration';
import { profileList } from '../spawner/profiles';
import { SplitData, splitSecrets } from './split-secrets';
import { mergeTraits, setTraits, Traits } from '../../release/traits';

const SQLITE_URLS: Record<string, string> = {
  'sqlite-pvc': 'sqlite:///jupyterhub.sqlite',
  'sqlite-memory': 'sqlite://',
};

type Named = Record<string, unknown> & { readonly name: string };

/** Entries of a map as a list of maps that each know their name: the map's key, unless one is given. */
function namedEntries(map: Record<string, unknown> | undefined): Named[] {
  return sortedKeys(map ?? {}).map((key) => ({ name: key, ...(map?.[key] as Record<string, unknown>) }));
}

/** The services without their tokens, which the hub reads from its Secret. */
function services({ props }: Installation): unknown[] {
  return namedEntries(props.hub.services).map(({ apiToken, api_token, ...service }) => service);
}

/** Names of the services, with the key that tells their token in the Secret. */
export function serviceTokens({ props }: Installation): Record<string, string> {
  const entries = Object.entries((props.hub.services ?? {}) as Record<string, Record<string, unknown>>);
  return Object.fromEntries(entries.map(([key, service]) => [String(service?.name ?? key), key]));
}

/** The options that are a trait each; what is empty is not set. */
function optionTraits({ props }: Installation): Traits {
  const rows = HUB_TRAITS.map(([option, section, trait]): Traits => {
    const value = valueAt(props.hub, [option]);
    return { [section]: setTraits({ [trait]: typeof value === 'object' ? nonEmpty(value) : value }) };
  });
  return mergeTraits(...rows);
}

/** The hub's own share of JupyterHub's configuration. */
export function hubTraits(installation: Installation): Traits {
  const { hub, debug } = installation.props;
  const culler = cullingTraits(installation);
  return mergeTraits(optionTraits(installation), {
    JupyterHub: setTraits({
      spawner_class: 'kubespawner.KubeSpawner',
      // Users' servers outlive a restart of the hub.
      cleanup_servers: false,
      last_activity_interval: 60,
      // Users see the progress page at once.
      tornado_settings: { slow_spawn_timeout: 0 },
      db_url: SQLITE_URLS[hub.db.type] ?? hub.db.url,
      hub_bind_url: 'http://:8081',
      services: [...culler.services, ...services(installation)],
      load_roles: [...culler.roles, ...namedEntries(hub.loadRoles)],
      log_level: debug ? 'DEBUG' : undefined,
    }),
    Spawner: setTraits({ debug: debug || undefined }),
  });
}

/** Traits that `hub.config` passes through, the last word. What the hub reads from its Secret is not among them. */
function passedThrough({ props }: Installation): Traits {
  const withoutTokens: Record<string, readonly string[]> = {
    JupyterHub: ['proxy_auth_token', 'cookie_secret', 'services'],
    ConfigurableHTTPProxy: ['auth_token'],
    CryptKeeper: ['keys'],
  };
  const sections = Object.entries((props.hub.config ?? {}) as Record<string, unknown>).filter(([, traits]) =>
    isMap(traits),
  );
  return Object.fromEntries(
    sections.map(([section, traits]) => {
      const own = Object.entries(traits as Record<string, unknown>);
      return [section, Object.fromEntries(own.filter(([trait]) => !withoutTokens[section]?.includes(trait)))];
    }),
  );
}

/** JupyterHub's whole configuration by class and trait, as far as it is known at synth; secrets in it are SecretValues. */
export const jupyterhubTraits = oncePerInstallation((installation): Traits => {
  const traits = mergeTraits(
    hubTraits(installation),
    proxyTraits(),
    spawnerTraits(installation),
    { KubeSpawner: setTraits({ profile_list: nonEmpty(profileList(installation)) }) },
    authenticatorTraits(installation),
    passedThrough(installation),
  );
  return Object.fromEntries(Object.entries(traits).filter(([, own]) => Object.keys(own).length));
});

/** The same, taken apart by who may read it. */
export const hubConfiguration = oncePerInstallation((installation): SplitData =>
  splitSecrets(jupyterhubTraits(installation)),
);
