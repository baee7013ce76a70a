import { type Cluster, type CutTree, growAgreementTree } from './grouping/agreement-tree.ts';
import { labelViews, type TextViews, viewTexts } from './grouping/label-views.ts';
import { centralTexts } from './naming/central-texts.ts';
import { createTermFinder, type FindTerms } from './naming/theme-terms.ts';
import { detectLanguages } from './text/detect-languages.ts';
import { normalizeText } from './text/split-words.ts';
import type { PinnedTheme, TextTheme, ThemeText } from './theme.ts';

/** The agreement at which themes are cut if nobody chose another. */
export const DEFAULT_CUT = 0.52;
/** Stops of the slider from coarse to fine. */
export const CUTS = [0.4, 0.46, DEFAULT_CUT, 0.58, 0.64] as const;

export interface GroupingInput {
  texts: readonly ThemeText[];
  pins?: readonly PinnedTheme[] | undefined;
}

/**
 * Themes of texts at a cut from 0 (coarse) to 1 (fine). The result depends on what the texts say and which are pinned, not on their
 * order. Each language is grouped by itself, since no method that compares words sees across languages. Throws if two texts have
 * one id, or if a text is in two pinned themes.
 */
export function groupTexts(input: GroupingInput, cut: number = DEFAULT_CUT): TextTheme[] {
  return growThemes(input)(cut);
}

/** The slow part of grouping. What it returns gives the themes at any cut at once. */
export function growThemes(
  { texts, pins = [] }: GroupingInput,
  onProgress: (share: number) => void = () => {},
): (cut: number) => TextTheme[] {
  const pinOf = pinsByText(texts, pins);
  const languages = detectLanguages(texts);
  const groups = [...new Set(languages)].sort().map((language) => {
    const ofLanguage = texts.filter((_, index) => languages[index] === language);
    return { language, entries: sortEntries(ofLanguage, pinOf) };
  });
  let done = 0;
  const trees = groups.map(({ language, entries }) => {
    const tree = growLanguageTree(language, entries, (share) => onProgress((done + share * entries.length) / texts.length));
    done += entries.length;
    return tree;
  });
  return (cut) => {
    const themes = joinPinned(trees.flatMap((cutTree) => cutTree(cut)));
    const missing = pins.filter(({ id }) => !themes.some(({ pin }) => pin === id));
    const empty = missing.map(({ id }) => ({ members: [], languages: [], terms: [], quotes: [], pin: id }));
    return [...themes.sort((a, b) => b.members.length - a.members.length), ...empty.sort((a, b) => (a.pin < b.pin ? -1 : 1))];
  };
}

function pinsByText(texts: readonly ThemeText[], pins: readonly PinnedTheme[]): Map<string, string> {
  const ids = new Set(texts.map(({ id }) => id));
  if (ids.size < texts.length) throw new Error('Two texts to be grouped have the same id.');
  const pinOf = new Map<string, string>();
  for (const { id, members } of pins)
    for (const member of members) {
      const other = pinOf.get(member) ?? id;
      if (other !== id) throw new Error(`The text ${member} is in two pinned themes: ${other} and ${id}.`);
      if (ids.has(member)) pinOf.set(member, id);
    }
  return pinOf;
}

/** A text with the form by which it is compared. */
interface Entry {
  id: string;
  text: string;
  form: string;
  pin: string | undefined;
}

function sortEntries(texts: readonly ThemeText[], pinOf: ReadonlyMap<string, string>): Entry[] {
  const entries = texts.map(({ id, text }) => ({ id, text, form: normalizeText(text), pin: pinOf.get(id) }));
  return entries.sort((a, b) => compare(a.form, b.form) || compare(a.text, b.text) || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function growLanguageTree(
  language: string,
  entries: readonly Entry[],
  onProgress: (share: number) => void,
): (cut: number) => TextTheme[] {
  const forms = [...new Set(entries.map(({ form }) => form))];
  const placeOf = new Map(forms.map((form, place) => [form, place]));
  const places = Int32Array.from(entries, ({ form }) => placeOf.get(form)!);
  const views = viewTexts(forms, language);
  const labellings = labelViews(views, onProgress);
  const cutTree: CutTree = growAgreementTree({ labellings, places, pins: entries.map(({ pin }) => pin) });
  const findTerms = createTermFinder(
    entries.map(({ text }) => text),
    language,
  );
  return (cut) => cutTree(cut).map((cluster) => describe(cluster, { language, entries, places, views, findTerms }));
}

interface DescribeDeps {
  language: string;
  entries: readonly Entry[];
  places: Int32Array;
  views: TextViews;
  findTerms: FindTerms;
}

function describe({ pin, members }: Cluster, { language, entries, places, views, findTerms }: DescribeDeps): TextTheme {
  const central = centralTexts(
    views,
    members.map((member) => places[member]!),
  );
  return {
    members: members.map((member) => entries[member]!.id),
    languages: [language],
    terms: findTerms(members),
    quotes: central.map((index) => entries[members[index]!]!.id),
    ...(pin !== undefined && { pin }),
  };
}

/** One theme for a pinned one that has texts of several languages: named in the language in which it has most. */
function joinPinned(themes: readonly TextTheme[]): TextTheme[] {
  const byPin = new Map<string, TextTheme[]>();
  for (const theme of themes) if (theme.pin !== undefined) byPin.set(theme.pin, [...(byPin.get(theme.pin) ?? []), theme]);
  const joined = [...byPin.values()].map((parts) => {
    const [main] = parts.sort((a, b) => b.members.length - a.members.length);
    const members = parts.flatMap((part) => part.members);
    return { ...main!, members, languages: parts.flatMap(({ languages }) => languages) };
  });
  return [...themes.filter(({ pin }) => pin === undefined), ...joined];
}
