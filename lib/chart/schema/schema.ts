import { pullSecrets } from './common';
import { hub } from './hub';
import { proxy } from './proxy';
import { prePuller, scheduling } from './scheduling';
import { singleuser } from './singleuser';
import {
  boolean,
  booleanOrNull,
  choice,
  closed,
  integerOrNull,
  map,
  maps,
  open,
  Schema,
  text,
  textList,
  textOrNull,
  texts,
} from './types';

const ingress = closed(
  {
    enabled: boolean,
    annotations: texts,
    ingressClassName: textOrNull,
    hosts: { kinds: ['list'] },
    pathSuffix: textOrNull,
    pathType: choice('Prefix', 'Exact', 'ImplementationSpecific'),
    tls: maps,
    extraPaths: maps,
  },
  ['enabled'],
);

const httpRoute = closed(
  {
    enabled: boolean,
    annotations: texts,
    hostnames: textList,
    gateway: closed({ name: text, namespace: text, sectionName: text }, ['name']),
  },
  ['enabled'],
);

const cull = closed(
  {
    enabled: boolean,
    users: booleanOrNull,
    adminUsers: booleanOrNull,
    removeNamedServers: booleanOrNull,
    timeout: integerOrNull,
    every: integerOrNull,
    concurrency: integerOrNull,
    maxAge: integerOrNull,
  },
  ['enabled'],
);

/** The keys below are checked when the Secret is to be made, and only then: see `IMAGE_PULL_SECRET`. */
const imagePullSecret = open({}, ['create']);

/** `imagePullSecret` once `create` is true. */
export const IMAGE_PULL_SECRET: Schema = closed(
  {
    create: boolean,
    automaticReferenceInjection: boolean,
    registry: text,
    username: text,
    password: text,
    email: textOrNull,
  },
  ['registry', 'username', 'password'],
);

/** Every key of the chart's values, version 4.4.0: what it may hold, and what must be there. */
export const CHART_SCHEMA: Schema = closed(
  {
    enabled: booleanOrNull,
    fullnameOverride: textOrNull,
    nameOverride: textOrNull,
    imagePullSecret,
    imagePullSecrets: pullSecrets,
    hub,
    proxy,
    singleuser,
    scheduling,
    ingress,
    httpRoute,
    prePuller,
    custom: map,
    cull,
    debug: closed({ enabled: boolean }, ['enabled']),
    rbac: closed({ create: boolean }, ['create']),
    global: open({ safeToShowValues: boolean }),
  },
  [
    'imagePullSecrets',
    'hub',
    'proxy',
    'singleuser',
    'ingress',
    'prePuller',
    'custom',
    'cull',
    'debug',
    'rbac',
    'global',
  ],
);
