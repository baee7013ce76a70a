import type { Fault } from '../model/fault/fault.ts';
import type { Pack } from '../model/pack/pack.ts';
import { lintAnchors } from './lint-anchors.ts';
import { lintContent } from './lint-content.ts';
import { lintLanguages } from './lint-languages.ts';
import { lintMarkdown } from './lint-markdown.ts';
import { lintPlaces } from './lint-places.ts';
import { lintTexts } from './lint-texts.ts';
import { lintWalkthrough } from './lint-walkthrough.ts';

/**
 * Finds what is wrong in a pack that fits the schema. Faults keep a guide from working; what is marked `warning` is most likely a mistake.
 *
 * @param today as `2026-11-22`
 */
export const lintPack = (pack: Pack, today: string): Fault[] => [...lintParts(pack, today), ...lintLanguages(pack)];

/**
 * What is wrong with single parts of a pack: everything but translations, which are summed up for the whole of it.
 *
 * @param isReplaced does the value at this path stand for a faulty one?
 */
export function lintParts(pack: Pack, today: string, isReplaced: (path: string) => boolean = () => false): Fault[] {
  return [
    ...lintTexts(pack, isReplaced('language')),
    ...lintMarkdown(pack),
    ...lintPlaces(pack, isReplaced),
    ...lintAnchors(pack),
    ...pack.guides.flatMap((guide, at) => [
      ...(guide.kind === 'walkthrough' ? lintWalkthrough(guide, `guides[${at}]`) : []),
      ...lintContent(guide, `guides[${at}]`),
      ...lintExpiry(guide.until, today, `guides[${at}].until`),
    ]),
  ];
}

function lintExpiry(until: string | undefined, today: string, path: string): Fault[] {
  if (until === undefined || until >= today) return [];
  return [
    {
      path,
      reason: `is ${until}: the guide is over and never shown`,
      remedy: 'Move the day, or remove the guide.',
      warning: true,
    },
  ];
}
