import { entriesOf, isMap, mapOf, Path, Tree } from '../data/maps';
import { DNS_WILDCARD, isDnsLabel, isDnsName } from '../data/names';
import { eitherOf } from '../data/words';
import { Manifest } from './manifest';
import { podPath } from './pods';
import { podProblems } from './refused-pod';
import { FieldProblem, isPort, labels, oneOf, strings, told } from './refused-fields';
import { quantity } from './quantity';

function below(value: unknown, path: Path): Tree {
  return mapOf(path.reduce<unknown>((found, key) => (isMap(found) ? found[key] : undefined), value));
}

function metadataProblems({ kind, metadata }: Manifest): FieldProblem[] {
  const isName = kind === 'Service' || kind === 'Namespace' ? isDnsLabel : isDnsName;
  // Names of roles and their bindings are free.
  const isFree = /Role(Binding)?$/.test(kind);
  const name =
    isFree || isName(metadata.name)
      ? []
      : told(
          ['metadata', 'name'],
          metadata.name,
          "must be lower-case letters, digits and '-', a letter or digit at both ends",
        );
  return [
    ...name,
    ...labels(metadata.labels, ['metadata', 'labels']),
    ...strings(metadata.annotations, ['metadata', 'annotations']),
  ];
}

function serviceProblems({ spec }: Manifest): FieldProblem[] {
  const { type, ports, externalTrafficPolicy } = mapOf(spec);
  const seen = new Set<string>();
  const ofPorts = entriesOf(ports, ['spec', 'ports']).flatMap(([path, port]) => {
    const { port: number, nodePort, protocol = 'TCP' } = mapOf(port);
    const key = `${String(number)}/${String(protocol)}`;
    const isTwice = seen.has(key);
    seen.add(key);
    return [
      ...(isPort(number) ? [] : told([...path, 'port'], number, 'must be a port, 1 to 65535')),
      ...(nodePort === undefined || nodePort === null || nodePort === 0 || isPort(nodePort)
        ? []
        : told([...path, 'nodePort'], nodePort, 'must be a port, 1 to 65535')),
      ...(isTwice ? told([...path, 'port'], number, 'must be another port than that of the Service already') : []),
    ];
  });
  return [
    ...oneOf(type, ['spec', 'type'], ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName']),
    ...oneOf(externalTrafficPolicy, ['spec', 'externalTrafficPolicy'], ['Cluster', 'Local']),
    ...ofPorts,
  ];
}

function ingressProblems({ spec }: Manifest): FieldProblem[] {
  return entriesOf(mapOf(spec).rules, ['spec', 'rules']).flatMap(([path, rule]) => {
    const { host, http } = mapOf(rule);
    const isHost =
      host === undefined || host === null || host === '' || (typeof host === 'string' && DNS_WILDCARD.test(host));
    const paths = entriesOf(mapOf(http).paths, [...path, 'http', 'paths']).flatMap(([here, item]) => {
      const { path: given, pathType } = mapOf(item);
      const isRooted = pathType === 'ImplementationSpecific' || given === undefined || String(given).startsWith('/');
      return [
        ...(isRooted ? [] : told([...here, 'path'], given, "must begin with '/'")),
        ...oneOf(pathType, [...here, 'pathType'], ['Exact', 'Prefix', 'ImplementationSpecific']),
      ];
    });
    return [
      ...(isHost ? [] : told([...path, 'host'], host, 'must be a host name without scheme, port and path')),
      ...paths,
    ];
  });
}

const ACCESS_MODES = ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'];

function claimProblems({ spec }: Manifest): FieldProblem[] {
  const { accessModes, resources } = mapOf(spec);
  const size = mapOf(mapOf(resources).requests).storage;
  const amount = quantity(size);
  return [
    ...(amount !== undefined && amount > 0
      ? []
      : told(['spec', 'resources', 'requests', 'storage'], size, 'must be a quantity above 0, such as 10Gi')),
    ...entriesOf(accessModes, ['spec', 'accessModes']).flatMap(([path, mode]) => oneOf(mode, path, ACCESS_MODES)),
  ];
}

function isCidr(value: unknown): boolean {
  const [, address, bits] = (typeof value === 'string' && /^([\da-fA-F.:]+)\/(\d{1,3})$/.exec(value)) || [];
  if (address === undefined) return false;
  if (address.includes(':')) return Number(bits) <= 128;
  const parts = address.split('.').map(Number);
  return parts.length === 4 && parts.every((part) => part >= 0 && part <= 255) && Number(bits) <= 32;
}

function policyProblems({ spec }: Manifest): FieldProblem[] {
  return (['ingress', 'egress'] as const).flatMap((direction) =>
    entriesOf(mapOf(spec)[direction], ['spec', direction]).flatMap(([path, rule]) => {
      const side = direction === 'ingress' ? 'from' : 'to';
      const blocks = entriesOf(mapOf(rule)[side], [...path, side]).flatMap(([here, peer]) => {
        const { cidr, except } = mapOf(mapOf(peer).ipBlock);
        const all: (readonly [Path, unknown])[] = [
          ...(mapOf(peer).ipBlock === undefined ? [] : [[[...here, 'ipBlock', 'cidr'], cidr] as const]),
          ...entriesOf(except, [...here, 'ipBlock', 'except']).map(([place, item]) => [place, item] as const),
        ];
        return all.flatMap(([place, item]) =>
          isCidr(item) ? [] : told(place, item, 'must be a CIDR, such as 10.0.0.0/8'),
        );
      });
      const ports = entriesOf(mapOf(rule).ports, [...path, 'ports']).flatMap(([here, item]) => {
        const { port, protocol } = mapOf(item);
        const isRight = port === undefined || port === null || typeof port === 'string' || isPort(port);
        return [
          ...(isRight ? [] : told([...here, 'port'], port, 'must be a port, 1 to 65535')),
          ...oneOf(protocol, [...here, 'protocol'], ['TCP', 'UDP', 'SCTP']),
        ];
      });
      return [...blocks, ...ports];
    }),
  );
}

function budgetProblems({ spec }: Manifest): FieldProblem[] {
  const { minAvailable, maxUnavailable } = mapOf(spec);
  const isGiven = (value: unknown) => value !== undefined && value !== null;
  return isGiven(minAvailable) && isGiven(maxUnavailable)
    ? [
        {
          path: ['spec', 'maxUnavailable'],
          value: maxUnavailable,
          what: `must not stand beside ${eitherOf(['minAvailable'])}`,
        },
      ]
    : [];
}

const OWN: Readonly<Record<string, (manifest: Manifest) => FieldProblem[]>> = {
  Service: serviceProblems,
  Ingress: ingressProblems,
  PersistentVolumeClaim: claimProblems,
  NetworkPolicy: policyProblems,
  PodDisruptionBudget: budgetProblems,
};

/** Fields of an object for which an API server refuses it, or the pods that are made of it. */
export function refusedFields(manifest: Manifest): FieldProblem[] {
  const { kind } = manifest;
  const template = podPath(kind);
  const ofPod = template
    ? [
        ...(template.length
          ? labels(below(manifest, [...template, 'metadata', 'labels']), [...template, 'metadata', 'labels'])
          : []),
        ...(template.length
          ? strings(below(manifest, [...template, 'metadata', 'annotations']), [...template, 'metadata', 'annotations'])
          : []),
        ...podProblems(below(manifest, [...template, 'spec']), [...template, 'spec']),
      ]
    : [];
  return [...metadataProblems(manifest), ...ofPod, ...(OWN[kind]?.(manifest) ?? [])];
}
