import { AUTHENTICATOR_RULES } from './authenticators';
import { FILE_RULES } from './files';
import { HOST_RULES } from './hosts';
import { NAME_RULES } from './names';
import { OBJECT_RULES } from './objects';
import { PROFILE_RULES } from './profiles';
import { Rule } from './rule';
import { TLS_RULES } from './tls';
import { USER_SERVER_RULES } from './user-servers';

/** Every rule, by subject. */
export const RULES: readonly Rule[] = [
  ...NAME_RULES,
  ...AUTHENTICATOR_RULES,
  ...TLS_RULES,
  ...HOST_RULES,
  ...OBJECT_RULES,
  ...FILE_RULES,
  ...USER_SERVER_RULES,
  ...PROFILE_RULES,
];
