import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeChanges } from '../../../src/packs/changes/describe-changes.ts';
import { packOf } from '../../hub/packs-in-test.ts';

const step = (id: string, more: object = {}) => ({ id, title: `Title of ${id}`, body: `Text of ${id}.`, ...more });
const walk = (steps: object[], more: object = {}) => ({ kind: 'walkthrough', id: 'first', title: 'First order', steps, ...more });
const tip = { kind: 'tip', id: 'search', title: 'Search', anchor: { role: 'searchbox' }, body: 'Three letters.' };
const packWith = (guides: object[], more: object = {}) => ({ ...packOf(), guides, ...more });
const button = (name: string, more: object = {}) => ({ role: 'button', name, ...more });

const five = ['a', 'b', 'c', 'd', 'e'].map((id) => step(id));
const withStep = (at: number, more: object) => five.map((one, index) => (index === at ? { ...one, ...more } : one));
const steps = (before: object[], after: object[]) => [packWith([walk(before)]), packWith([walk(after)])] as const;
const pack = (before: object, after: object) => [packWith([], before), packWith([], after)] as const;

test.each<[string, readonly [object, object], string[]]>([
  [
    'another control',
    steps(withStep(3, { anchor: button('Save') }), withStep(3, { anchor: button('Send') })),
    ['step 4: other control'],
  ],
  [
    'a control without words that an author wrote',
    steps(
      withStep(3, { anchor: button('Save', { traits: { tag: 'a' } }) }),
      withStep(3, { anchor: button('Save', { traits: { tag: 'b' } }) }),
    ),
    ['step 4: control recorded anew'],
  ],
  ['a control that was added', steps(five, withStep(0, { anchor: button('Save') })), ['step 1: control added']],
  [
    'another way of completion',
    steps(withStep(1, { advance: { on: 'input' } }), withStep(1, { advance: { on: 'choose' } })),
    ['completion of step 2 changed'],
  ],
  ['a step that reveals', steps(five, withStep(1, { revealedBy: 'a' })), ['step that makes its control appear of step 2 added']],
  [
    'a credit',
    [packWith([walk(five)]), packWith([walk(five, { credit: { department: 'Purchasing' } })])],
    ['colleague who showed it added'],
  ],
  ['a control that was removed', steps(withStep(0, { anchor: button('Save') }), five), ['step 1: control removed']],
  ['a text', steps(five, withStep(2, { body: 'Other.' })), ['text of step 3 changed']],
  [
    'a text that looks the same',
    steps(five, withStep(2, { body: 'Text of\u200b c.' })),
    ['text of step 3 changed, in characters that cannot be seen'],
  ],
  [
    'another language',
    steps(withStep(2, { title: { en: 'Open' } }), withStep(2, { title: { en: 'Open', de: 'Öffnen' } })),
    ['title of step 3 in the language de added'],
  ],
  [
    'one language of several',
    steps(withStep(2, { title: { en: 'Open', de: 'Auf' } }), withStep(2, { title: { en: 'Open', de: 'Öffnen' } })),
    ['title of step 3 in the language de changed'],
  ],
  [
    'a text that is now written by language',
    steps(withStep(2, { title: 'Open' }), withStep(2, { title: { en: 'Open' } })),
    ['title of step 3 is the same, written in another way'],
  ],
  [
    'a step that was moved on',
    steps(five, [five[0]!, five[2]!, five[3]!, five[4]!, five[1]!]),
    ['step 2 was moved after step 5'],
  ],
  [
    'a step that was moved to the front',
    steps(five, [five[3]!, five[0]!, five[1]!, five[2]!, five[4]!]),
    ['step 4 was moved to the beginning'],
  ],
  ['a step that was added', steps(five.slice(0, 2), five.slice(0, 3)), ['step 3: new']],
  ['a step that was removed', steps(five.slice(0, 3), five.slice(1, 3)), ['step 1: removed']],
  ['a step that may be skipped', steps(five, withStep(1, { optional: true })), ['step 2 may now be skipped']],
  ['what completes a step', steps(five, withStep(1, { advance: { on: 'click' } })), ['completion of step 2 added']],
  ['branches', steps(five, withStep(1, { next: [{ to: 'end' }] })), ['branches of step 2 added']],
  ['a new guide', [packWith([tip]), packWith([tip, walk(five)])], ['guide ‘First order’: new']],
  ['a removed guide', [packWith([tip, walk(five)]), packWith([tip])], ['guide ‘First order’: removed']],
  [
    'guides in another order',
    [packWith([tip, walk(five)]), packWith([walk(five), tip])],
    ['guide ‘First order’ was moved to the beginning'],
  ],
  [
    'a guide of another kind',
    [packWith([{ kind: 'tip', id: 'a' }]), packWith([{ kind: 'notice', id: 'a' }])],
    ['kind of guide changed'],
  ],
  ['an audience', [packWith([tip]), packWith([{ ...tip, who: { role: ['buyer'] } }])], ['audience added']],
  ['days', [packWith([{ ...tip, until: '2026-01-01' }]), packWith([{ ...tip, until: '2026-02-01' }])], ['last day changed']],
  [
    'targeting',
    [packWith([{ ...tip, share: 10 }]), packWith([{ ...tip, share: 20, unless: [{ guide: 'first' }] }])],
    ['share of installs changed', 'guides after which it is not shown added'],
  ],
  [
    'a control that has to be there',
    [packWith([{ ...tip, requiresControl: button('A') }]), packWith([{ ...tip, requiresControl: button('B') }])],
    ['other control that has to be on the page'],
  ],
  [
    'places of a guide',
    [packWith([{ ...tip, where: ['/a', '/b'] }]), packWith([{ ...tip, where: ['/b', '/c'] }])],
    ['places where it is shown: 1 added, 1 removed'],
  ],
  ['places of the app', pack({ places: ['/a', '/b'] }, { places: ['/b', '/a'] }), ['order of places of the app changed']],
  ['a theme', pack({}, { theme: { accent: { light: '#1d6354', dark: '#8fd6c2' } } }), ['theme added']],
  [
    'rules of what is ignored',
    pack({ ignore: [{ role: 'button' }] }, { ignore: [{ role: 'link' }] }),
    ['ignored friction changed'],
  ],
  ['a task', pack({}, { tasks: [{ id: 'order', title: 'Order' }] }), ['task ‘order’: new']],
  [
    'the start of a task',
    pack({ tasks: [{ id: 'order', start: '/a' }] }, { tasks: [{ id: 'order', start: '/b' }] }),
    ['start of task ‘order’ changed'],
  ],
  ['a version', pack({}, { version: 2 }), ['version changed']],
  ['the base language', pack({}, { language: 'de' }), ['base language changed']],
  ['an unknown field of the pack', pack({}, { vendor: { note: 1 } }), ['unknown field vendor added']],
  [
    'an unknown field of a step',
    steps(five, withStep(1, { mood: 'glad' })),
    ['step 2: unknown field guides[0].steps[1].mood added'],
  ],
  [
    'an unknown field inside a known one',
    steps(withStep(1, { anchor: button('A', { hue: 1 }) }), withStep(1, { anchor: button('A', { hue: 2 }) })),
    ['step 2: unknown field guides[0].steps[1].anchor.hue changed'],
  ],
  [
    'a field of Object.prototype',
    pack({}, JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}')),
    ['unknown field __proto__ added', 'unknown field constructor added'],
  ],
  ['an empty list instead of none', pack({}, { tasks: [] }), ['tasks added']],
])('%s is described', (_, [before, after], texts) => {
  expect(
    describeChanges(before, after)
      .map(({ text }) => text)
      .sort(),
  ).toEqual([...texts].sort());
});

test('a change says where it is, in which guide, and what was there before and is there now', () => {
  const [before, after] = steps(
    withStep(3, { anchor: button('Save') }),
    withStep(3, { anchor: button('Send', { under: 'Order' }) }),
  );
  expect(describeChanges(before, after)).toEqual([
    {
      path: 'guides[0].steps[3].anchor',
      guide: 'First order',
      text: 'step 4: other control',
      before: 'button "Save"',
      after: 'button "Send" under "Order"',
    },
  ]);
});

test('lists as long as a document may have them are compared in time that grows with their length', () => {
  const guides = Array.from({ length: 140_000 }, (_, at) => ({ id: String(at) }));
  const places = guides.map(({ id }) => `/${id}`);
  const changes = describeChanges({ guides, places }, { guides: [...guides].reverse(), places: [...places].reverse() });
  expect(changes).toHaveLength(140_000);
});

test('of a pack that was never published, everything is new', () => {
  const changes = describeChanges(undefined, packWith([tip, walk(five)]));
  expect(changes.map(({ text }) => text)).toEqual(['the pack is new', 'guide ‘Search’: new', 'guide ‘First order’: new']);
  expect(changes[0]?.after).toContain('"orders-basics"');
});

const root = join(import.meta.dirname, '../../..');
const FILES = [
  'demo/packs/orders.json',
  ...['rt5', 'cockpit', 'ui5', 'vendure'].map((app) => `test/apps/${app}/pack/${app}.json`),
];
const realPacks = FILES.map((file) => JSON.parse(readFileSync(join(root, file), 'utf8')) as Json);

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Container = Json[] | { [key: string]: Json };

/** Every list and object in a document, the document first. */
function containersOf(value: Json): Container[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(containersOf)];
}

interface Mutation {
  where: number;
  which: number;
  how: number;
  value: Json;
}

/** Changes one place of a document. */
function mutate(document: Json, { where, which, how, value }: Mutation): void {
  const all = containersOf(document);
  const container = all[where % all.length]!;
  const keys = Object.keys(container);
  const key = keys[which % Math.max(1, keys.length)];
  if (Array.isArray(container)) {
    const at = which % Math.max(1, container.length);
    if (how === 0) container.splice(at, 1);
    else if (how === 1) container.splice(at, 0, value);
    else if (how === 2 && container.length > 0) container.push(container.splice(at, 1)[0]!);
    else if (how === 3 && container.length > 0) container.splice(at, 0, structuredClone(container[at]!));
    else if (container.length > 0) container[at] = value;
  } else if (how === 0 && key) delete container[key];
  else if (how === 1) container[`x-${which % 5}`] = value;
  else if (how === 2 && key) container[key] = [container[key]!];
  else if (key) container[key] = value;
}

const mutation = fc.record({
  where: fc.nat(),
  which: fc.nat(),
  how: fc.nat(4),
  value: fc.oneof(fc.jsonValue() as fc.Arbitrary<Json>, fc.constantFrom<Json>('', 'x', 0, null, [], {}, { id: 'x' })),
});

function shuffleKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(shuffleKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, shuffleKeys(inner)]),
  );
}

/** JSON has one zero. */
const throughJson = (value: Json): Json => JSON.parse(JSON.stringify(value));

test('two contents differ if and only if a change is described, whatever was done to a real pack', () => {
  fc.assert(
    fc.property(fc.constantFrom(...realPacks), fc.array(mutation, { maxLength: 4 }), (before, mutations) => {
      const mutated = structuredClone(before);
      for (const one of mutations) mutate(mutated, one);
      const after = throughJson(mutated);
      const changes = [describeChanges(before, after), describeChanges(after, before)];
      const isSame = isDeepStrictEqual(before, after);
      expect(changes.map(({ length }) => length === 0)).toEqual([isSame, isSame]);
      expect(changes.flat().filter(({ text }) => text.trim() === '')).toEqual([]);
    }),
    { numRuns: 1000 },
  );
}, 60_000);

test.each(FILES.map((file, at) => [file, at] as const))('the order of the keys in %s makes no difference', (_, at) => {
  expect(describeChanges(realPacks[at], shuffleKeys(realPacks[at]!))).toEqual([]);
});
