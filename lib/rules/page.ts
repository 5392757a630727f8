/** The page about the rules, docs/rules.md, where it is read. */
const PAGE = 'https://github.com/cdk8s-jupyterhub/cdk8s-jupyterhub/blob/main/docs/rules.md';

/** The anchor of a rule on its page: what code hosts make of the heading. */
export function anchorOf(id: string): string {
  return id.replace('/', '');
}

/** Where a rule is described. */
export function addressOf(id: string): string {
  return `${PAGE}#${anchorOf(id)}`;
}
