import { isMap, mapValues, Tree } from '../../data/maps';
import { canonicalQuantity } from '../../kubernetes/quantity';

/**
 * A pod template as the API server stores it: with the defaults of Kubernetes 1.35 for what is not said, without what says nothing. Two templates
 * are the same for controllers where these are.
 */
export function storedTemplate(template: Tree): Tree {
  const spec = isMap(template.spec) ? template.spec : {};
  return withoutEmpty({ ...template, spec: storedPodSpec(spec) });
}

/** Maps that are gone where they are empty; any other one says something by being there. */
const PLAIN_MAPS = /^(labels|annotations|nodeSelector|matchLabels|limits|requests|resources|metadata|overhead)$/;

/** Maps whose keys and values are anybody's words. */
const OWN_WORDS = /^(labels|annotations|nodeSelector|matchLabels|limits|requests|volumeAttributes)$/;

/** Switches that are off where nothing is said; others have a third state. */
const SWITCHES = /^(hostNetwork|hostPID|hostIPC|stdin|stdinOnce|tty|readOnly)$/;

/** Numbers that are zero where nothing is said. */
const COUNTS = /^(initialDelaySeconds|hostPort|timeoutSeconds|periodSeconds|successThreshold|failureThreshold)$/;

/** Strings that say something where they are empty. */
const STRINGS = /^(runtimeClassName|storageClassName|type)$/;

function saysNothing(key: string, value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (Array.isArray(value)) return value.length === 0;
  if (isMap(value)) return Object.keys(value).length === 0 && PLAIN_MAPS.test(key);
  if (value === '') return !STRINGS.test(key);
  if (value === false) return SWITCHES.test(key);
  return value === 0 && COUNTS.test(key);
}

function withoutEmpty(map: Tree): Tree {
  return mapValues(map, (value, key) => {
    if (OWN_WORDS.test(key) && isMap(value)) return Object.keys(value).length ? value : undefined;
    const below = isMap(value)
      ? withoutEmpty(value)
      : Array.isArray(value)
        ? value.map((item: unknown) => (isMap(item) ? withoutEmpty(item) : item))
        : value;
    return saysNothing(key, below) ? undefined : below;
  });
}

/** The map with defaults for keys that it does not have, or has no value at. */
function withDefaults(map: Tree, defaults: Tree): Tree {
  const isMissing = (key: string) => [undefined, null, '', 0].some((nothing) => map[key] === nothing);
  return { ...map, ...mapValues(defaults, (value, key) => (isMissing(key) ? value : undefined)) };
}

/** A change to what is at a key, where that is a map. */
function inMap(map: Tree, key: string, change: (value: Tree) => Tree): Tree {
  const value = map[key];
  return isMap(value) ? { ...map, [key]: change(value) } : map;
}

/** A change to each map of a list at a key. */
function inList(map: Tree, key: string, change: (item: Tree) => Tree): Tree {
  const value = map[key];
  if (!Array.isArray(value)) return map;
  return { ...map, [key]: value.map((item: unknown) => (isMap(item) ? change(item) : item)) };
}

function storedPodSpec(given: Tree): Tree {
  const { serviceAccount, ...rest } = given;
  const named = rest.serviceAccountName ?? serviceAccount;
  let spec = withDefaults(
    { ...rest, ...(named !== undefined && { serviceAccountName: named }) },
    { restartPolicy: 'Always', dnsPolicy: 'ClusterFirst', schedulerName: 'default-scheduler' },
  );
  spec = { terminationGracePeriodSeconds: 30, securityContext: {}, ...spec };
  for (const key of ['containers', 'initContainers', 'ephemeralContainers'])
    spec = inList(spec, key, (container) => storedContainer(container, spec.hostNetwork === true));
  spec = inList(spec, 'volumes', storedVolume);
  spec = inMap(spec, 'resources', storedResources);
  return inMap(spec, 'overhead', (overhead) => mapValues(overhead, canonicalQuantity));
}

/** `Always` for an image by no tag or `latest`, as both may be another image tomorrow. */
function pullPolicy(image: unknown): string {
  const name = String(image).replace(/^.*\//, '');
  if (name.includes('@')) return 'IfNotPresent';
  return !name.includes(':') || name.endsWith(':latest') ? 'Always' : 'IfNotPresent';
}

/** Requests and limits in the form that the server gives them: to the thousandth, rounded up. */
export function storedResources(resources: Tree): Tree {
  const each = (key: string) => (values: Tree) => inMap(values, key, (list) => mapValues(list, canonicalQuantity));
  return each('limits')(each('requests')(resources));
}

function storedContainer(container: Tree, isOnHost: boolean): Tree {
  let stored = withDefaults(container, {
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: pullPolicy(container.image),
  });
  stored = inMap(stored, 'resources', storedResources);
  stored = inList(stored, 'ports', (port) => {
    const given = withDefaults(port, { protocol: 'TCP' });
    return isOnHost ? withDefaults(given, { hostPort: port.containerPort }) : given;
  });
  stored = inList(stored, 'env', (variable) => inMap(variable, 'valueFrom', storedFieldSource));
  for (const key of ['livenessProbe', 'readinessProbe', 'startupProbe']) stored = inMap(stored, key, storedProbe);
  return inMap(stored, 'lifecycle', (hooks) => mapValues(hooks, (hook) => (isMap(hook) ? storedHandler(hook) : hook)));
}

function storedFieldSource(source: Tree): Tree {
  const withField = inMap(source, 'fieldRef', (field) => withDefaults(field, { apiVersion: 'v1' }));
  return inMap(withField, 'resourceFieldRef', (field) => ({
    ...field,
    divisor: canonicalQuantity(field.divisor ?? '0'),
  }));
}

function storedProbe(probe: Tree): Tree {
  const counts = { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 };
  return inMap(withDefaults(storedHandler(probe), counts), 'grpc', (grpc) => ({ service: '', ...grpc }));
}

function storedHandler(handler: Tree): Tree {
  return inMap(handler, 'httpGet', (get) => withDefaults(get, { path: '/', scheme: 'HTTP' }));
}

/** The mode of files that a volume is made of. */
const FILE_MODE = 420;

function storedVolume(volume: Tree): Tree {
  const isBare = Object.keys(volume).every((key) => key === 'name' || volume[key] === null);
  let stored: Tree = isBare ? { ...volume, emptyDir: {} } : volume;
  for (const key of ['configMap', 'secret', 'downwardAPI', 'projected'])
    stored = inMap(stored, key, (source) => ({ defaultMode: FILE_MODE, ...source }));
  stored = inMap(stored, 'downwardAPI', (source) => inList(source, 'items', storedFieldSource));
  stored = inMap(stored, 'projected', (source) => inList(source, 'sources', storedProjection));
  stored = inMap(stored, 'hostPath', (source) => ({ type: '', ...source }));
  stored = inMap(stored, 'emptyDir', (source) =>
    source.sizeLimit === undefined ? source : { ...source, sizeLimit: canonicalQuantity(source.sizeLimit) },
  );
  return inMap(stored, 'ephemeral', (source) =>
    inMap(source, 'volumeClaimTemplate', (claim) => inMap(claim, 'spec', storedClaimSpec)),
  );
}

function storedProjection(source: Tree): Tree {
  const token = inMap(source, 'serviceAccountToken', (value) => withDefaults(value, { expirationSeconds: 3600 }));
  return inMap(token, 'downwardAPI', (value) => inList(value, 'items', storedFieldSource));
}

/** The spec of a claim as it is stored. */
export function storedClaimSpec(spec: Tree): Tree {
  return withDefaults(inMap(spec, 'resources', storedResources), { volumeMode: 'Filesystem' });
}
