import { entriesOf, isMap, mapOf, Path, Tree } from '../data/maps';
import { isDnsLabel } from '../data/names';
import { quantity } from './quantity';
import { FieldProblem, isPort, labels, oneOf, told } from './refused-fields';

/** What is wrong with a limit below the request. */
export const BELOW_REQUEST = 'must be at least the request of';

/** What is wrong with a mount without its volume. */
export const NO_VOLUME = 'must be the name of a volume of the pod';

function resourceProblems(resources: unknown, path: Path): FieldProblem[] {
  const { requests, limits } = mapOf(resources);
  const all = [...entriesOf(requests, [...path, 'requests']), ...entriesOf(limits, [...path, 'limits'])];
  const wrong = all.flatMap(([here, value]) => {
    const amount = quantity(value);
    return value === null || (amount !== undefined && amount >= 0)
      ? []
      : told(here, value, 'must be a quantity: a number, with a suffix such as m, k, M, G or Ki, Mi, Gi');
  });
  const above = entriesOf(limits, [...path, 'limits']).flatMap(([here, value]) => {
    const request = mapOf(requests)[String(here[here.length - 1])];
    const [most, least] = [quantity(value), quantity(request)];
    return most !== undefined && least !== undefined && most < least
      ? told(here, value, `${BELOW_REQUEST} ${String(request)}`)
      : [];
  });
  return [...wrong, ...above];
}

/** What is wrong with the second of two mounts at one path. */
export const TWO_MOUNTS = 'must be another path than that of another mount';

function mountProblems(mounts: unknown, volumes: ReadonlySet<unknown>, path: Path): FieldProblem[] {
  const seen = new Set<unknown>();
  return entriesOf(mounts, path).flatMap(([here, mount]) => {
    const { name, mountPath } = mapOf(mount);
    const isTwice = seen.has(mountPath);
    seen.add(mountPath);
    return [
      ...(typeof mountPath === 'string' && mountPath !== '' && !mountPath.includes(':')
        ? []
        : told([...here, 'mountPath'], mountPath, "must be a path without ':'")),
      ...(isTwice ? told([...here, 'mountPath'], mountPath, TWO_MOUNTS) : []),
      ...(volumes.has(name) ? [] : told([...here, 'name'], name, NO_VOLUME)),
    ];
  });
}

function variableProblems(variables: unknown, path: Path): FieldProblem[] {
  return entriesOf(variables, path).flatMap(([here, variable]) => {
    const { name, value, valueFrom } = mapOf(variable);
    return [
      ...(typeof name === 'string' && name !== '' && !name.includes('=')
        ? []
        : told([...here, 'name'], name, "must be a name without '='")),
      ...(value === undefined || value === null || typeof value === 'string'
        ? []
        : told([...here, 'value'], value, 'must be a string')),
      ...(nonEmptyString(value) && isMap(valueFrom)
        ? told([...here, 'valueFrom'], 'a map', 'must not stand beside value')
        : []),
    ];
  });
}

const nonEmptyString = (value: unknown) => typeof value === 'string' && value !== '';

function containerProblems(container: Tree, volumes: ReadonlySet<unknown>, path: Path): FieldProblem[] {
  const { name, image, imagePullPolicy, ports } = container;
  return [
    ...(typeof name === 'string' && isDnsLabel(name)
      ? []
      : told([...path, 'name'], name, "must be at most 63 lower-case letters, digits and '-'")),
    ...(typeof image === 'string' && image !== '' && image === image.trim()
      ? []
      : told([...path, 'image'], image, 'must be the reference of an image')),
    ...oneOf(imagePullPolicy, [...path, 'imagePullPolicy'], ['Always', 'IfNotPresent', 'Never']),
    ...resourceProblems(container.resources, [...path, 'resources']),
    ...mountProblems(container.volumeMounts, volumes, [...path, 'volumeMounts']),
    ...variableProblems(container.env, [...path, 'env']),
    ...entriesOf(ports, [...path, 'ports']).flatMap(([here, port]) =>
      isPort(mapOf(port).containerPort)
        ? []
        : told([...here, 'containerPort'], mapOf(port).containerPort, 'must be a port, 1 to 65535'),
    ),
    ...(['command', 'args'] as const).flatMap((field) =>
      entriesOf(container[field], [...path, field]).flatMap(([here, word]) =>
        typeof word === 'string' ? [] : told(here, word, 'must be a string'),
      ),
    ),
  ];
}

function tolerationProblems(tolerations: unknown, path: Path): FieldProblem[] {
  return entriesOf(tolerations, path).flatMap(([here, toleration]) => {
    const { key, operator, value, effect, tolerationSeconds } = mapOf(toleration);
    const needsExists = !nonEmptyString(key) && operator !== 'Exists';
    return [
      ...oneOf(operator, [...here, 'operator'], ['Exists', 'Equal', 'Lt', 'Gt']),
      ...oneOf(effect, [...here, 'effect'], ['NoSchedule', 'PreferNoSchedule', 'NoExecute']),
      ...(needsExists ? told([...here, 'operator'], operator, 'must be Exists where there is no key') : []),
      ...(value === undefined || value === null || typeof value === 'string'
        ? []
        : told([...here, 'value'], value, 'must be a string')),
      ...(operator === 'Exists' && nonEmptyString(value)
        ? told([...here, 'value'], value, 'must be empty where the operator is Exists')
        : []),
      ...(tolerationSeconds !== undefined && tolerationSeconds !== null && effect !== 'NoExecute'
        ? told([...here, 'effect'], effect, 'must be NoExecute where there are tolerationSeconds')
        : []),
    ];
  });
}

/** A node selector is a map of labels; its values are strings. */
function selectorProblems(selector: unknown, path: Path): FieldProblem[] {
  return labels(selector, path);
}

function volumeProblems(volumes: unknown, path: Path): FieldProblem[] {
  const seen = new Set<unknown>();
  return entriesOf(volumes, path).flatMap(([here, volume]) => {
    const { name } = mapOf(volume);
    const isTwice = seen.has(name);
    seen.add(name);
    return [
      ...(typeof name === 'string' && isDnsLabel(name)
        ? []
        : told([...here, 'name'], name, "must be at most 63 lower-case letters, digits and '-'")),
      ...(isTwice ? told([...here, 'name'], name, 'must be another name than that of another volume') : []),
    ];
  });
}

/** Fields of a pod's spec that an API server refuses. */
export function podProblems(spec: Tree, path: Path): FieldProblem[] {
  const volumes = new Set(entriesOf(spec.volumes, []).map(([, volume]) => mapOf(volume).name));
  const names = new Set<unknown>();
  const containers = (['initContainers', 'containers'] as const).flatMap((field) =>
    entriesOf(spec[field], [...path, field]).flatMap(([here, container]) => {
      const { name } = mapOf(container);
      const isTwice = names.has(name);
      names.add(name);
      return [
        ...containerProblems(mapOf(container), volumes, here),
        ...(isTwice ? told([...here, 'name'], name, 'must be another name than that of another container') : []),
      ];
    }),
  );
  return [
    ...containers,
    ...volumeProblems(spec.volumes, [...path, 'volumes']),
    ...tolerationProblems(spec.tolerations, [...path, 'tolerations']),
    ...selectorProblems(spec.nodeSelector, [...path, 'nodeSelector']),
    ...oneOf(spec.restartPolicy, [...path, 'restartPolicy'], ['Always', 'OnFailure', 'Never']),
    ...oneOf(spec.dnsPolicy, [...path, 'dnsPolicy'], ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None']),
  ];
}
