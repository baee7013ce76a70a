import { type Context, contextOf } from './context.ts';
import { holds } from './holds.ts';
import { kinOf } from './kin.ts';
import type { PageModel, Seen } from './seen.ts';
import type { Sought } from './sought.ts';
import { spelling } from './spelling.ts';
import { print } from './words.ts';

/** How one control of the page compares with what is sought: numbers from 0 to 1. Those that end in "Not" or "Half" speak against. */
export type Row = ReturnType<typeof compare>;
export type FeatureName = keyof Row;

/** How each control of the page compares with what is sought. Scoring takes the numbers of a row in the order they are written in. */
export function featuresOf(sought: Sought, model: PageModel, among: readonly Seen[] = model.seen): Row[] {
  const context = contextOf(sought, among, model);
  const rows = among.map((seen, j) => compare(sought, seen, j, model, context));
  const kin = rows.flatMap((row, j) => (row.roleNot ? [] : j));
  const named = kin.filter((j) => rows[j]!.key);
  const mark = (from: FeatureName, into: FeatureName, group = kin, least = 1) =>
    markBest(rows, among, { from, into, group, least });
  mark('name', 'bestName');
  mark('ids', 'bestIds');
  mark('href', 'bestHref');
  mark('row', 'bestRow', named.length ? named : kin);
  mark('icon', 'bestIcon');
  mark('label', 'bestLabel');
  mark('classes', 'bestClasses');
  mark('key', 'onlyKey', named, context.namesakes);
  return rows;
}

interface Mark {
  from: FeatureName;
  into: FeatureName;
  /** Which rows are in question. */
  group: readonly number[];
  /** Among so many it is shared at least. */
  least: number;
}

/** The best of a group in one respect gets 1, shared among those who tie; one inside another counts once. */
function markBest(rows: readonly Row[], among: readonly Seen[], { from, into, group, least }: Mark): void {
  let top = 0;
  for (const j of group) top = Math.max(top, rows[j]![from]);
  const best = top ? group.filter((j) => rows[j]![from] === top) : [];
  const outer = best.filter((j) => !best.some((other) => holds(among[other]!, among[j]!)));
  const sharing = outer.length < 2 && best.length >= least ? 1 : Math.max(least, outer.length);
  for (const j of best) rows[j]![into] = 1 / sharing;
}

type Words = readonly number[];
const near = (distance: number, scale: number): number => scale / (scale + Math.abs(distance));
const ratio = (a = 0, b = 0): number => (a > 0 && b > 0 ? Math.min(a, b) / Math.max(a, b) : 0);

/** In a row of a table or a list, where another row is another thing; a card may be any box among its like. */
const inGrid = (path: Words): boolean => path.includes(tableRow) || path.includes(listItem);
const [tableRow, listItem] = [print('tr'), print('li')];

function compare(sought: Sought, seen: Seen, j: number, { rarity, width }: PageModel, context: Context) {
  /** Shared words by all words, rare ones counting more; 0 if either side has none. */
  const shared = (a: Words, b: Words): number => {
    let both = 0;
    let all = 0;
    const weigh = (word: number) => rarity.get(word) ?? 0.7;
    if (b.length) for (const word of a) if (b.includes(word)) both += weigh(word);
    if (!both) return 0;
    for (const word of a) all += weigh(word);
    for (const word of b) if (!a.includes(word)) all += weigh(word);
    return both / all;
  };
  const not = (a: Words, b: Words, alike: number): number => (a.length && b.length ? Math.max(0, 1 - alike * 4) : 0);
  const { familiar, kept, keys, twins } = context;
  // Words that differ tell nothing where the page speaks another language than the anchor.
  const known = sought.isSpoken ? 1 : familiar;
  const isKey = !!seen.key && sought.keys.includes(seen.key);
  const whole = (alike: number): number => (isKey ? 1 : alike);
  const name = whole(shared(sought.name, seen.name));
  const spelt = whole(spelling(sought.said, seen.label));
  const differs = sought.name.length && seen.name.length ? Math.max(0, 1 - 2 * Math.max(name, spelt)) : 0;
  const label = sought.name.length ? sought.name : sought.before;
  const itsLabel = seen.name.length ? seen.name : seen.before;
  const labelled = whole(shared(label, itsLabel));
  const [ids, href, icon, row, column, section, before] = (
    ['ids', 'href', 'icon', 'row', 'column', 'section', 'before'] as const
  ).map((list) => shared(sought[list], seen[list])) as [number, number, number, number, number, number, number];
  const [, y = 0, w = 0, h = 0] = sought.box ?? [];
  const [, siblings, nthOfRole, ofRole] = sought.nth;
  const otherRow = not(sought.row, seen.row, row) * known;
  const isGrid = inGrid(sought.path) && inGrid(seen.path);
  const isTwin = isKey && twins?.now.length === twins?.count ? twins?.now.indexOf(j) : undefined;
  const isElsewhere = !isKey && keys.has(seen.key);
  return {
    role: +(sought.role === seen.role),
    roleNot: +(kinOf(sought.role) !== kinOf(seen.role)),
    type: +(!!seen.type && sought.type === seen.type),
    typeNot: +(!!sought.type && !!seen.type && sought.type !== seen.type && sought.tag === seen.tag),
    key: +isKey,
    name,
    nameNot: differs * known,
    nameNotForeign: differs * (1 - known),
    nameHalf: (1 - labelled) * +(!sought.name.length !== !seen.name.length),
    spelling: spelt,
    label: labelled,
    labelNot: not(label, itsLabel, labelled) * known,
    cross: Math.max(
      shared(sought.name, seen.hint),
      shared(sought.hint, seen.name),
      shared(sought.name, seen.icon),
      shared(sought.icon, seen.name),
      shared(sought.name, seen.before),
    ),
    text: shared(sought.text, seen.text),
    ids,
    idsNot: not(sought.ids, seen.ids, ids),
    href,
    hrefNot: sought.href.length && seen.href.length ? 1 - href : 0,
    classes: shared(sought.classes, seen.classes),
    icon,
    iconNot: not(sought.icon, seen.icon, icon),
    row,
    rowNot: otherRow,
    grid: isGrid ? row : 0,
    gridNot: isGrid ? otherRow : 0,
    column,
    columnNot: not(sought.column, seen.column, column) * known,
    section,
    sectionNot: not(sought.section, seen.section, section) * known,
    before,
    beforeNot: not(sought.before, seen.before, before) * known,
    after: shared(sought.after, seen.after),
    form: shared(sought.form, seen.form),
    inside: +(`${sought.inside}` === `${seen.inside}`),
    landmarkNot: +(sought.landmark !== seen.landmark),
    y: near(y - seen.y, 150),
    w: ratio(w / sought.width, seen.w / width),
    h: ratio(h, seen.h),
    siblings: ratio(siblings, seen.nth[1]),
    nthOfRole: +(nthOfRole === seen.nth[2]),
    ofRole: ratio(ofRole, seen.nth[3]),
    aligned: context.chance[j]!,
    alignedKept: context.chance[j]! * kept,
    both: Math.min(context.previous[j]!, context.next[j]!),
    placeXY: context.x === undefined ? 0 : near(context.x - (seen.x / width) * 64, 3) * near(context.y! - seen.y / 8, 4),
    otherNot: context.other[j]!,
    claimedNot: context.claimed[j]!,
    nameElsewhereNot: +isElsewhere,
    fresh: !isKey && seen.key && !isElsewhere ? known : 0,
    idElsewhereNot: context.idElsewhere[j]!,
    twin: +(!!twins && isTwin === twins.nth),
    twinNot: +(!!twins && isTwin !== undefined && isTwin !== twins.nth),
    familiar,
    gapNot: context.gap,
    kept,
    skeleton: context.chance[j]! * context.exact ** 2,
    foreign: context.foreign,
    closedNot: context.closed,
    bestName: 0,
    bestIds: 0,
    bestHref: 0,
    bestRow: 0,
    bestIcon: 0,
    bestLabel: 0,
    bestClasses: 0,
    onlyKey: 0,
  };
}
