import { AUTHENTICATOR_RULES } from './authenticators';
import { FILE_RULES } from './files';
import { CONTAINER_RULES } from './containers';
import { FORMAT_RULES } from './formats';
import { HOST_RULES } from './hosts';
import { NAME_RULES } from './names';
import { OBJECT_RULES } from './objects';
import { PROFILE_RULES } from './profiles';
import { TRAIT_RULES } from './traits';
import { TEMPLATE_RULES } from './templates';
import { ROLE_RULES } from './roles';
import { REPLACED_RULES } from './replaced';
import { KUBERNETES_RULES } from './kubernetes';
import { CONNECTION_RULES } from './connections';
import { CLASS_RULES } from './class-names';
import { PYTHON_RULES } from './python';
import { SPAWNING_RULES } from './spawning';
import { TWICE_RULES } from './said-twice';
import { REFUSED_RULES } from './refused';
import { CERTIFICATE_RULES } from './certificates';
import { OPERATION_RULES } from './operations';
import { Rule } from './rule';
import { SECRET_RULES } from './secrets';
import { TLS_RULES } from './tls';
import { USER_SERVER_RULES } from './user-servers';

/** Every rule, by subject. */
export const RULES: readonly Rule[] = [
  ...NAME_RULES,
  ...FORMAT_RULES,
  ...AUTHENTICATOR_RULES,
  ...SECRET_RULES,
  ...TLS_RULES,
  ...HOST_RULES,
  ...OBJECT_RULES,
  ...CONTAINER_RULES,
  ...FILE_RULES,
  ...USER_SERVER_RULES,
  ...PROFILE_RULES,
  ...TRAIT_RULES,
  ...TEMPLATE_RULES,
  ...ROLE_RULES,
  ...REPLACED_RULES,
  ...KUBERNETES_RULES,
  ...CONNECTION_RULES,
  ...CLASS_RULES,
  ...TWICE_RULES,
  ...PYTHON_RULES,
  ...OPERATION_RULES,
  ...CERTIFICATE_RULES,
  ...SPAWNING_RULES,
  ...REFUSED_RULES,
];
