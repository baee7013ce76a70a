import type { Fault } from '../model/fault/fault.ts';
import type { Pack } from '../model/pack/pack.ts';
import { describePackPath } from './describe-pack-path.ts';
import { type PlacedText, textsOf } from './texts-of.ts';

/** Texts that are named before the rest is counted. */
const MAX_NAMED = 3;

/**
 * Finds missing translations: one warning for each language. Names of controls are the app's: one that is given by language demands no
 * translated text, and a plain one may be the same in every language.
 */
export function lintLanguages(pack: Pack, isReplaced: (path: string) => boolean = () => false): Fault[] {
  if (isReplaced('language')) return [];
  const all = textsOf(pack).filter(({ path }) => !isReplaced(path));
  const shown = all.filter(({ as }) => as !== 'name');
  const names = all.filter(({ as, text }) => as === 'name' && typeof text !== 'string');
  const shownIn = new Set(shown.flatMap((one) => languagesOf(one, pack.language)));
  const namedIn = new Set([...shownIn, ...names.flatMap((one) => languagesOf(one, pack.language))]);
  return [
    ...missingIn(shown, shownIn, { pack, what: 'texts', remedy: 'Translate them, or they show in the base language.' }),
    ...missingIn(names, namedIn, {
      pack,
      what: 'names of controls',
      remedy: 'Add the name that the app shows in that language, or the control is not found there.',
    }),
  ];
}

const languagesOf = ({ text }: PlacedText, base: string): string[] => (typeof text === 'string' ? [base] : Object.keys(text));

interface Wording {
  pack: Pack;
  what: string;
  remedy: string;
}

/** The base language is not among them: where it is missing, that is a fault of the text itself. */
function missingIn(texts: readonly PlacedText[], languages: ReadonlySet<string>, { pack, what, remedy }: Wording): Fault[] {
  return [...languages].flatMap((language): Fault[] => {
    const missing = texts.filter((one) => language !== pack.language && !languagesOf(one, pack.language).includes(language));
    if (missing.length === 0) return [];
    const named = missing.slice(0, MAX_NAMED).map(({ path }) => describePackPath(path, pack));
    const more = missing.length - named.length;
    const list = `${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
    return [{ path: language, reason: `${missing.length} of ${texts.length} ${what} missing: ${list}`, remedy, warning: true }];
  });
}
