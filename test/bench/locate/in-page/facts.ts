import type { Seen } from '../../../../src/locator/seen.ts';

/** What a control's facts are called, apart from those that hold elements. */
const names = [
  'at',
  'role',
  'tag',
  'type',
  'label',
  'key',
  'name',
  'text',
  'hint',
  'ids',
  'href',
  'classes',
  'around',
  'icon',
  'row',
  'column',
  'section',
  'before',
  'after',
  'form',
  'path',
  'inside',
  'landmark',
  'x',
  'y',
  'w',
  'h',
  'nth',
] as const satisfies readonly Exclude<keyof Seen, 'element' | 'holder'>[];
export type Facts = Pick<Seen, (typeof names)[number]> & { holder: number };

/** Everything the locator knows of a control, read now and without its elements. */
export const factsOf = (seen: Seen): Facts => ({
  ...(Object.fromEntries(names.map((name) => [name, seen[name]])) as Facts),
  holder: seen.holder?.at ?? -1,
});
