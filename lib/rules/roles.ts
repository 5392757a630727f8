import { nearest } from '../data/nearest';
import { didYouMean } from '../data/words';
import { DEFAULT_ROLES, ROLE_NAME, SCOPES } from '../jupyterhub/tables/scopes';
import { entriesOf, Path, Tree } from '../data/maps';
import { at, mapsOf, show } from './lookup';
import { Model } from './model';
import { NOT_STARTING, Report, Rule } from './rule';
import { hasKnownPackages } from './traits';

/** Roles with their names: of the option, or of the trait, which replaces it. */
function rolesOf(model: Model): (readonly [path: Path, role: Tree, name: string])[] {
  const path = ['hub', 'config', 'JupyterHub', 'load_roles'];
  const given = at(model.props, path);
  const all = given === undefined ? mapsOf(model.props.hub.loadRoles, ['hub', 'loadRoles']) : mapsOf(given, path);
  return all.map(([here, role, key]) => [here, role, String(role.name ?? key)]);
}

/** A scope without what it is narrowed to: `read:users!group=staff`. */
const baseOf = (scope: string) => scope.split('!')[0];

/** Scopes that the configuration adds. */
const isCustom = (scope: string) => scope.startsWith('custom:');

function checkScopes(scopes: unknown, path: readonly (string | number)[], report: Report): void {
  const names = Object.keys(SCOPES);
  for (const [here, scope] of Array.isArray(scopes) ? entriesOf(scopes, path) : []) {
    if (typeof scope !== 'string' || isCustom(scope) || names.includes(baseOf(scope))) continue;
    const near = nearest(baseOf(scope), names);
    report(here, `${show(scope)} is no scope of JupyterHub`, {
      mend: didYouMean(near),
    });
  }
}

function checkRoles(model: Model, report: Report): void {
  for (const [path, role, name] of rolesOf(model)) {
    if (name === 'admin' && (role.scopes !== undefined || role.description !== undefined)) {
      report(path, "scopes and description of JupyterHub's own role admin cannot be changed");
    }
    if (!ROLE_NAME.test(name) && !DEFAULT_ROLES.includes(name)) {
      report(
        path,
        `${show(name)} is no name of a role: a letter first, then lower-case letters, digits and -, _, ~, ., 3 to 255 characters, a letter or digit last`,
      );
    }
  }
}

/** Services that roles name, and that there are not. */
function checkServices(model: Model, report: Report): void {
  const services = model.traits.JupyterHub?.services;
  const names = new Set(mapsOf(services, []).map(([, { name }]) => name));
  for (const [path, role] of rolesOf(model)) {
    for (const [here, service] of Array.isArray(role.services) ? entriesOf(role.services, [...path, 'services']) : []) {
      if (!names.has(service)) report(here, `there is no service ${show(service)}`);
    }
  }
}

export const ROLE_RULES: readonly Rule[] = [
  {
    id: 'roles/unknown-scope',
    severity: 'warning',
    title: 'A scope that JupyterHub does not know',
    effect: NOT_STARTING,
    mend: '',
    check: (model, report) => {
      if (!hasKnownPackages(model)) return;
      for (const [path, role] of rolesOf(model)) {
        checkScopes(role.scopes, [...path, 'scopes'], report);
      }
      for (const [path, service] of mapsOf(model.props.hub.services, ['hub', 'services'])) {
        const allowed = 'oauth_client_allowed_scopes';
        checkScopes(service[allowed], [...path, allowed], report);
      }
    },
  },
  {
    id: 'roles/name',
    severity: 'warning',
    title: 'A role with a name that JupyterHub does not take',
    effect: NOT_STARTING,
    mend: '',
    check: checkRoles,
  },
  {
    id: 'roles/unknown-service',
    severity: 'warning',
    title: 'A role of a service that there is not',
    effect: NOT_STARTING,
    mend: (option) => `add it to ${option('hub.services')}`,
    check: checkServices,
  },
];
