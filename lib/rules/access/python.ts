import { revealText } from '../../secrets/secrets';
import { Model } from '../model';

const COMMENTS_AND_STRINGS = /#[^\n]*|("""|''')[^]*?\1|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g;

/** Ways in which Python can change the configuration without naming the trait. */
const HIDDEN = /\b(?:load_subconfig|exec|eval|setattr|import_module|globals)\s*\(/;

/** What Python of the user's own can set: the traits that it names, and all where it does not tell. */
export class PythonTraits {
  private readonly named = new Set<string>();
  private readonly sections = new Set<string>();
  private isHidden = false;

  constructor(texts: readonly string[]) {
    for (const text of texts)
      this.read(text.replace(COMMENTS_AND_STRINGS, (found) => (found.startsWith('#') ? '' : "''")));
  }

  private read(code: string): void {
    if (HIDDEN.test(code)) this.isHidden = true;
    for (const [, section, trait] of code.matchAll(/\bc\b(?!\s*=\s*get_config)(?:\.(\w+))?(?:\.(\w+))?/g)) {
      if (section === undefined || !/^[A-Z]/.test(section)) this.isHidden = true;
      else if (trait === undefined) this.sections.add(section);
      else this.named.add(`${section}.${trait}`);
    }
  }

  /** Whether it may set a trait in one of the sections. */
  maySet(sections: readonly string[], trait: string): boolean {
    return this.isHidden || sections.some((one) => this.sections.has(one) || this.named.has(`${one}.${trait}`));
  }
}

/** The Python of `hub.extraConfig`, and of files that the hub may load. */
export function pythonOf({ props }: Model): PythonTraits {
  const files = Object.values(props.hub.extraFiles ?? {}).filter(({ mountPath }) => /\.py$/.test(String(mountPath)));
  const texts = [
    ...Object.values(props.hub.extraConfig ?? {}),
    ...files.map(({ stringData }) => stringData as unknown),
  ];
  return new PythonTraits(texts.flatMap((text) => revealText(text) ?? []));
}
