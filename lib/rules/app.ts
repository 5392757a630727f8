import { Rule } from './rule';

/** A mistake of several releases in one app: each sees itself only, so that it is the constructs that look for it. */
export interface AppRule extends Omit<Rule, 'check' | 'effect' | 'mend'> {
  readonly effect: string;
  readonly mend: string;
}

export const SAME_NAMES: AppRule = {
  id: 'app/same-names',
  severity: 'error',
  title: 'Two objects of an app have one name',
  effect: 'the one that is applied last takes the place of the other',
  mend: 'give one of them another namespace or fullnameOverride',
};

export const SAME_RELEASE: AppRule = {
  id: 'app/same-release',
  severity: 'error',
  title: 'Two releases of an app have one name, and objects in the whole cluster',
  effect: 'who prunes one deletes the objects of the other',
  mend: 'give one of them another release name',
};

export const SAME_NODE_PORT: AppRule = {
  id: 'app/same-node-port',
  severity: 'warning',
  title: 'Two Services of an app want one port of the nodes',
  effect: 'Kubernetes refuses the second one',
  mend: 'give one of them another node port',
};

export const SAME_HOST: AppRule = {
  id: 'app/same-host',
  severity: 'warning',
  title: 'Two hubs of an app are reached by one host and path',
  effect: 'users of one are led to the other',
  mend: 'give one of them another host or base URL',
};

export const SAME_USER_PODS: AppRule = {
  id: 'app/same-user-pods',
  severity: 'warning',
  title: "Users' pods of two hubs of an app have one name",
  effect: 'who starts a server on one of them loses that on the other',
  mend: 'give one of them another spawner.podNameTemplate',
};

/** Every rule about several releases. */
export const APP_RULES: readonly AppRule[] = [SAME_NAMES, SAME_RELEASE, SAME_NODE_PORT, SAME_HOST, SAME_USER_PODS];
