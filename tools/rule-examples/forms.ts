/** Values of the chart that a rule tells of, and the same as they should be: shown on the rule's page, and asked of the rules by their tests. */
export interface RuleExample {
  readonly wrong: string;
  readonly right: string;
}

export type RuleExamples = Readonly<Record<string, RuleExample>>;

/** An override of a profile. */
export const profile = (override: string) => `singleuser:
  profileList:
    - display_name: Large
      kubespawner_override:
        ${override}
`;

/** Lines of Python of the hub. */
export const extraConfig = (...lines: string[]) => `hub:
  extraConfig:
    10-own: |
${lines.map((line) => `      ${line}`).join('\n')}
`;

/** Traits of a class. */
export const config = (section: string, ...lines: string[]) => `hub:
  config:
    ${section}:
${lines.map((line) => `      ${line}`).join('\n')}
`;

/** An authenticator, with traits of a class. */
export const authenticator = (name: string, section: string, ...lines: string[]) => `hub:
  config:
    JupyterHub:
      authenticator_class: ${name}
    ${section}:
${lines.map((line) => `      ${line}`).join('\n')}
`;

/** Options of users' servers. */
export const singleuser = (...lines: string[]) => `singleuser:
${lines.map((line) => `  ${line}`).join('\n')}
`;

/** Profiles, an item each. */
export const profiles = (...lines: string[]) => singleuser('profileList:', ...lines.map((line) => `  ${line}`));
