import { Installation } from '../release/installation';
import { userPodsYaml } from '../user-pods/documents';
import { Hub, hubOf } from '../user-pods/hub';
import { noteOn } from '../user-pods/notes';
import { chosenObjects, sampleObjects, SAMPLE_SERVERS } from '../user-pods/sample';
import { UserObjects } from '../user-pods/user-objects';
import { propsFromHelmValues } from '../rules/values';
import { HelmValues } from '../values/helm-values';

/** Whose servers to show, and what their users choose. */
export interface UserPodsOptions {
  readonly user?: string;
  readonly server?: string;
  readonly profile?: string;
  /** `OPTION=CHOICE` each. */
  readonly option?: readonly string[];
  readonly json?: boolean;
}

/** Programs get what a server gets, unless a file says that its contents are secrets; people and logs get no secret at all. */
function isWithSecrets({ secretFiles = [] }: HelmValues, { json = false }: UserPodsOptions): boolean {
  return json && secretFiles.length === 0;
}

function ask(hub: Hub, { user, server, profile, option }: UserPodsOptions): Record<string, UserObjects> {
  const named = { user: user ?? SAMPLE_SERVERS[0].user, name: server ?? '' };
  if (profile !== undefined || option?.length) return chosenObjects(hub, named, profile, option ?? []);
  return sampleObjects(hub, user === undefined && server === undefined ? SAMPLE_SERVERS : [named]);
}

/** The pods and claims of users' servers, and what they do not take into account. */
export function userPods(
  values: HelmValues,
  options: UserPodsOptions,
): { readonly text: string; readonly note?: string } {
  const installation = new Installation(propsFromHelmValues(values));
  const objects = ask({ ...hubOf(installation), withSecrets: isWithSecrets(values, options) }, options);
  const text = options.json ? `${JSON.stringify(objects, undefined, 2)}\n` : userPodsYaml(objects);
  return { text, note: noteOn(installation) };
}
