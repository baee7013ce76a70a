import { discloseControl } from '../disclosure/disclose-control.ts';
import { packVocabulary } from '../disclosure/pack-vocabulary.ts';
import { applicationLexicon } from '../lexicon/application-lexicon.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Control, ObservedControl } from '../model/entry/control.ts';
import type { Pack } from '../model/pack/pack.ts';
import type { ShareName } from './name-sharing.ts';

interface ControlDisclosureDeps {
  shelf: { packs(): Promise<Pack[]> };
  shareName: ShareName;
}

export interface ControlDisclosure {
  /** Words of applications, with those of the packs of this app. */
  lexiconOf(app: string): Promise<Lexicon>;
  /** What of a control may be recorded; its name too if the person chose to include it. */
  disclose(app: string, observed: ObservedControl, options?: { includeName?: boolean | undefined }): Promise<Control>;
}

/** Decides what of a page's controls is recorded. Pages know no words; the lexicon is made at its first use. */
export function createControlDisclosure({ shelf, shareName }: ControlDisclosureDeps): ControlDisclosure {
  const lexiconOfPacks = createPackLexicons();
  const lexiconOf = async (app: string): Promise<Lexicon> =>
    lexiconOfPacks(
      app,
      (await shelf.packs()).filter((pack) => pack.app === app),
    );

  return {
    lexiconOf,
    async disclose(app, observed, { includeName = false } = {}) {
      const lexicon = await lexiconOf(app);
      const { control, verdict } = discloseControl(observed, { lexicon });
      if (verdict !== 'unknown') return control;
      if (includeName && observed.name) return { role: control.role, name: observed.name, nameIncluded: true };
      return observed.name && lexicon.hasPersonalName(observed.name) ? control : shareName(app, observed, control);
    },
  };
}

/** The lexicon of an app, made anew only when its packs are others. */
function createPackLexicons(): (app: string, packs: readonly Pack[]) => Lexicon {
  let base: Lexicon | undefined;
  const made = new Map<string, { packs: readonly Pack[]; lexicon: Lexicon }>();
  return (app, packs) => {
    const earlier = made.get(app);
    if (earlier && earlier.packs.length === packs.length && packs.every((pack, index) => pack === earlier.packs[index]))
      return earlier.lexicon;
    base ??= applicationLexicon();
    const lexicon = base.extend(packs.map(packVocabulary));
    made.set(app, { packs, lexicon });
    return lexicon;
  };
}
