import { align } from './align.ts';
import type { PageModel, Seen } from './page-model.ts';
import { strokeOf } from './sketch.ts';
import type { Sought } from './sought.ts';

/** What is compared, in the order of the numbers in a row of `featuresOf`. */
export const featureNames = [
  'role',
  'roleKin',
  'tag',
  'type',
  'typeConflict',
  'key',
  'name',
  'nameConflict',
  'nameConflictForeign',
  'nameOneSide',
  'text',
  'textConflict',
  'hint',
  'hintConflict',
  'cross',
  'ids',
  'idsConflict',
  'href',
  'hrefConflict',
  'classes',
  'around',
  'icon',
  'iconConflict',
  'row',
  'rowConflict',
  'column',
  'columnConflict',
  'section',
  'sectionConflict',
  'before',
  'after',
  'form',
  'path',
  'parent',
  'inside',
  'landmark',
  'x',
  'y',
  'w',
  'h',
  'nth',
  'siblings',
  'nthOfRole',
  'ofRole',
  'aligned',
  'claimed',
  'between',
  'beyond',
  'expectedX',
  'expectedY',
  'alignedElsewhere',
  'bestName',
  'bestIds',
  'bestHref',
  'bestRow',
  'bestIcon',
  'bestText',
  'bestBefore',
  'onlyKey',
] as const;
export type FeatureName = (typeof featureNames)[number];

const kin: Record<string, number> = {
  button: 1,
  link: 1,
  tab: 1,
  menuitem: 1,
  switch: 2,
  checkbox: 2,
  radio: 2,
  menuitemcheckbox: 2,
  menuitemradio: 2,
  textbox: 3,
  searchbox: 3,
  spinbutton: 3,
  combobox: 3,
  listbox: 3,
  img: 4,
  generic: 5,
  label: 5,
  heading: 5,
  columnheader: 5,
};

/** Shared words by all words; 0 if either side has none. */
function shared(a: readonly number[], b: readonly number[]): number {
  if (!a.length || !b.length) return 0;
  let both = 0;
  for (const word of a) if (b.includes(word)) both++;
  return both / (a.length + b.length - both);
}

const conflict = (a: readonly number[], b: readonly number[], alike: number): number =>
  a.length && b.length && alike < 0.2 ? 1 : 0;
const near = (distance: number, scale: number): number => 1 / (1 + Math.abs(distance) / scale);
const ratio = (a: number, b: number): number => (a > 0 && b > 0 ? Math.min(a, b) / Math.max(a, b) : 0);

/** One row of numbers for each control of the page: how it compares with what is sought. */
export interface Compared {
  rows: Float32Array[];
  familiar: number;
}

export function featuresOf(sought: Sought, model: PageModel): Compared {
  const order = orderOf(sought, model);
  const rows = model.seen.map((seen) => rowOfFeatures(sought, seen, model, order));
  for (const [best, own] of bests) markBest(rows, at[own], at[best]);
  const keys = rows.filter((row) => row[at.key]).length;
  for (const row of rows) row[at.onlyKey] = keys === 1 && row[at.key] ? 1 : 0;
  return { rows, familiar: order.familiar };
}

const at = Object.fromEntries(featureNames.map((name, i) => [name, i])) as Record<FeatureName, number>;
const bests: [FeatureName, FeatureName][] = [
  ['bestName', 'name'],
  ['bestIds', 'ids'],
  ['bestHref', 'href'],
  ['bestRow', 'row'],
  ['bestIcon', 'icon'],
  ['bestText', 'text'],
  ['bestBefore', 'before'],
];

/** The best of the page in one respect gets 1, shared among those who tie. */
function markBest(rows: readonly Float32Array[], from: number, into: number): void {
  let top = 0;
  let ties = 0;
  for (const row of rows) {
    if (row[from]! > top) [top, ties] = [row[from]!, 0];
    if (row[from] === top) ties++;
  }
  if (top > 0) for (const row of rows) if (row[from] === top) row[into] = 1 / ties;
}

interface Order {
  familiar: number;
  aligned: number;
  claimed: Float32Array;
  elsewhere: Uint8Array;
  low: number;
  high: number;
  x: number | undefined;
  y: number | undefined;
}

/** What the controls around it say: where it should be now, and which controls of the page are plainly others. */
function orderOf(sought: Sought, model: PageModel): Order {
  const now = model.seen.map((seen) => strokeOf(seen, model.width));
  const order: Order = {
    familiar: 1,
    aligned: -1,
    claimed: new Float32Array(now.length),
    elsewhere: new Uint8Array(now.length),
    low: -1,
    high: now.length,
    x: undefined,
    y: undefined,
  };
  if (!sought.strokes.length) return order;
  const { partner, likeness, all, familiar } = align(sought.strokes, now);
  order.familiar = familiar;
  const own = sought.strokes[sought.at]!;
  const shifts: [number, number][] = [];
  const strong = (i: number) => partner[i]! >= 0 && likeness[i]! >= 1.5;
  sought.strokes.forEach((_, i) => {
    for (let j = 0; j < now.length; j++)
      if (i !== sought.at) order.claimed[j] = Math.max(order.claimed[j]!, all[i * now.length + j]!);
    if (i !== sought.at && strong(i)) order.elsewhere[partner[i]!] = 1;
  });
  for (let j = 0; j < now.length; j++)
    order.claimed[j] = Math.max(-1, Math.min(1, (order.claimed[j]! - all[sought.at * now.length + j]!) / 4));
  order.aligned = partner[sought.at] ?? -1;
  for (let i = sought.at - 1; i >= 0 && order.low < 0; i--) if (strong(i)) order.low = partner[i]!;
  for (let i = sought.at + 1; i < partner.length && order.high === now.length; i++) if (strong(i)) order.high = partner[i]!;
  for (let step = 1; step < 40 && shifts.length < 3; step++)
    for (const i of [sought.at - step, sought.at + step])
      if (i >= 0 && i < partner.length && strong(i))
        shifts.push([now[partner[i]!]!.x - sought.strokes[i]!.x, now[partner[i]!]!.y - sought.strokes[i]!.y]);
  if (shifts.length) {
    order.x = own.x + middle(shifts.map(([x]) => x));
    order.y = own.y + middle(shifts.map(([, y]) => y));
  }
  return order;
}

const middle = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1]!;

function rowOfFeatures(sought: Sought, seen: Seen, model: PageModel, order: Order): Float32Array {
  const row = new Float32Array(featureNames.length);
  const put = (name: FeatureName, value: number | boolean) => {
    row[at[name]] = Number(value);
  };
  const both = (
    list:
      | 'text'
      | 'hint'
      | 'ids'
      | 'href'
      | 'icon'
      | 'row'
      | 'column'
      | 'section'
      | 'name'
      | 'classes'
      | 'around'
      | 'before'
      | 'after'
      | 'form',
  ) => shared(sought[list], seen[list]);
  const compare = (list: 'text' | 'hint' | 'ids' | 'href' | 'icon' | 'row' | 'column' | 'section') => {
    const alike = both(list);
    put(list, alike);
    put(`${list}Conflict` as FeatureName, conflict(sought[list], seen[list], alike));
  };
  put('role', sought.role === seen.role);
  put('roleKin', sought.role !== seen.role && !!kin[sought.role] && kin[sought.role] === kin[seen.role]);
  put('tag', sought.tag === seen.tag);
  put('type', !!sought.type && sought.type === seen.type);
  put('typeConflict', !!sought.type && !!seen.type && sought.type !== seen.type);
  const name = sought.keys.includes(seen.key) ? 1 : both('name');
  put('key', !!seen.key && sought.keys.includes(seen.key));
  put('name', name);
  const differs = conflict(sought.name, seen.name, name);
  put('nameConflict', differs * order.familiar);
  put('nameConflictForeign', differs * (1 - order.familiar));
  put('nameOneSide', !!sought.name.length !== !!seen.name.length);
  for (const list of ['text', 'hint', 'ids', 'href', 'icon', 'row', 'column', 'section'] as const) compare(list);
  put(
    'cross',
    Math.max(
      shared(sought.name, seen.hint),
      shared(sought.hint, seen.name),
      shared(sought.name, seen.text),
      shared(sought.text, seen.name),
      shared(sought.name, seen.before),
    ),
  );
  for (const list of ['classes', 'around', 'before', 'after', 'form'] as const) put(list, both(list));
  put('path', sameRun(sought.path, seen.path));
  put('parent', sought.path[0] === seen.path[0]);
  put('inside', `${sought.inside}` === `${seen.inside}`);
  put('landmark', sought.landmark === seen.landmark);
  if (sought.box) geometry(sought, seen, model, put);
  put('nth', sought.nth[0] === seen.nth[0]);
  put('siblings', sought.nth[1] === seen.nth[1]);
  put('nthOfRole', sought.nth[2] === seen.nth[2]);
  put('ofRole', sought.nth[3] === seen.nth[3]);
  put('aligned', order.aligned === seen.at);
  put('claimed', order.claimed[seen.at]!);
  put('alignedElsewhere', order.elsewhere[seen.at]!);
  put('between', seen.at > order.low && seen.at < order.high);
  put('beyond', near(Math.max(0, order.low - seen.at, seen.at - order.high), 5));
  if (order.x !== undefined) put('expectedX', near(order.x - (seen.x / model.width) * 64, 4));
  if (order.y !== undefined) put('expectedY', near(order.y - seen.y / 8, 6));
  return row;
}

function geometry(sought: Sought, seen: Seen, model: PageModel, put: (name: FeatureName, value: number) => void): void {
  const [x = 0, y = 0, w = 0, h = 0] = sought.box!;
  put('x', near(x / sought.width - seen.x / model.width, 0.1));
  put('y', near(y - seen.y, 150));
  put('w', ratio(w / sought.width, seen.w / model.width));
  put('h', ratio(h, seen.h));
}

/** How far up the two paths agree, as a share. */
function sameRun(a: readonly number[], b: readonly number[]): number {
  const most = Math.max(a.length, b.length);
  let same = 0;
  while (same < most && a[same] === b[same]) same++;
  return most ? same / most : 0;
}
