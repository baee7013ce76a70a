import { composedAncestors } from '../../../../src/dom/composed-tree.ts';
import type { Candidate } from '../../../../src/locator/page/candidate.ts';

/** What a control's facts are called, apart from those that hold elements. */
const names = [
  'role',
  'tag',
  'type',
  'label',
  'key',
  'name',
  'ids',
  'href',
  'icon',
  'row',
  'section',
  'precedingText',
  'path',
  'signature',
  'landmark',
  'x',
  'y',
  'w',
  'h',
] as const satisfies readonly Exclude<keyof Candidate, 'element'>[];
export type CandidateFacts = Pick<Candidate, (typeof names)[number]> & { at: number; holder: number };

/**
 * Everything the locator knows of the controls of a page, read now and without their elements; `at` is the place of each in their order,
 * `holder` that of the one it lies in.
 */
export function factsOf(all: readonly Candidate[]): CandidateFacts[] {
  const places = new Map(all.map(({ element }, i) => [element, i]));
  return all.map((candidate, at) => ({
    ...(Object.fromEntries(names.map((name) => [name, candidate[name]])) as CandidateFacts),
    at,
    holder:
      composedAncestors(candidate.element)
        .slice(1)
        .flatMap((at) => places.get(at) ?? [])[0] ?? -1,
  }));
}
