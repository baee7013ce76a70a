import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lintDocument } from '../../src/packs/lint-document.ts';
import { aPack, withField } from './a-pack.ts';

const lint = (document: unknown) => lintDocument(document, '2026-11-22');
const pathsOf = (document: unknown) => lint(document).map(({ path }) => path);

test('lint finds nothing in a pack without faults', () => {
  expect(lint(aPack)).toEqual([]);
});

test('lint reports format, references, sense and warnings in one pass, each by guide and step id', () => {
  const bad = {
    ...withField(aPack, 'guides.1.steps.1.advance', { on: 'click' }),
    version: '7',
    places: ['/orders/:id?tab=1', '/orders/+', '/orders'],
  };
  bad.guides[0] = {
    ...bad.guides[0]!,
    opens: 'nowhere',
    anchor: { role: 'buton', name: { en: 'S', de: 'S' } },
    colour: 1,
  } as never;
  expect(pathsOf(bad)).toEqual([
    'version',
    'places[1]',
    'places[0]',
    'tip "search": colour',
    'tip "search": opens',
    'tip "search": anchor.role',
    'walkthrough "new-order", step "end": advance',
  ]);
});

const sense = withField(aPack, 'guides.1.steps.1.advance', { on: 'click' });
test.each<[string, string, unknown]>([
  ['a missing field of the pack', 'app', undefined],
  ['a wrong format', 'format', 'cairn/9'],
  ['a version that is text', 'version', '7'],
  ['a language that is none', 'language', 'English!'],
  ['guides of another kind', 'guides.0.kind', 'tooltip'],
  ['a misspelt kind', 'guides.0.kind', 'tipp'],
  ['a guide that is text', 'guides.0', 'search'],
  ['a guide without its kind', 'guides.0.kind', undefined],
  ['an anchor without its role', 'guides.0.anchor.role', undefined],
  ['an anchor that is text', 'guides.0.anchor', 'Search'],
  ['an empty list of places', 'guides.0.where', []],
  ['a place that cannot be read', 'places.1', '/orders/+'],
  ['places that are text', 'places', '/orders'],
  ['a text of no language', 'guides.1.title', {}],
  ['a title that is a number', 'title', 7],
  ['a step without a title', 'guides.1.steps.0.title', undefined],
  ['an unknown way to advance', 'guides.1.steps.0.advance', { on: 'scroll' }],
  ['a misspelt way to advance', 'guides.1.steps.0.advance', { on: 'clik' }],
  ['an unknown act', 'guides.1.steps.0.do', { act: 'dance' }],
  ['a condition that is none', 'guides.1.steps.0.checks', [{ requires: { is: 'so' }, message: { en: 'No.', de: 'Nein.' } }]],
  ['a pattern that cannot be judged', 'guides.1.steps.0.advance', { on: 'input', value: { is: 'matches', pattern: '(?=a)' } }],
  ['a day that is none', 'guides.0.until', 'tomorrow'],
  ['an unknown field', 'guides.0.colour', 'red'],
  ['a theme of no contrast', 'theme', { accent: { light: '#ffffff', dark: '#ffffff' } }],
  ['a rule that ignores nothing', 'ignore', [{}]],
  ['a task without its start', 'tasks', [{ id: 'order', title: 'Order', finish: '/orders' }]],
  ['an id that is none', 'guides.0.id', 'Search orders'],
])('lint reports the sense of a pack together with %s, and nothing else', (_name, path, value) => {
  const found = lint(withField(sense, path, value));
  expect(found.map((fault) => fault.path)).toContain('walkthrough "new-order", step "end": advance');
  expect(found.length).toBe(2);
});

test('lint judges what stands in a misspelt field as if it were spelt right', () => {
  const { anchor, ...tip } = aPack.guides[0] as Record<string, unknown>;
  const misspelt = { ...aPack, guides: [{ ...tip, anchr: { ...(anchor as object), role: 'buton' } }, aPack.guides[1]] };
  expect(lint(misspelt).map(({ path, remedy }) => [path, remedy])).toEqual([
    ['tip "search": anchr', 'Did you mean "anchor"?'],
    ['tip "search": anchor.role', 'Did you mean "button"?'],
  ]);
});

test.each(['"a word"', '7', 'null', '[]', '{}'])('lint refuses %s with a reason', (text) => {
  expect(lint(JSON.parse(text)).length).toBeGreaterThan(0);
});

test('a pack with more faults than can be read says how many more there are', () => {
  const many = { ...aPack, guides: Array.from({ length: 300 }, (_, at) => ({ kind: 'tip', id: `t${at}`, title: 7 })) };
  const found = lint(many);
  expect(found.length).toBeLessThanOrEqual(102);
  expect(found.some(({ reason }) => /^has \d+ more faults$/.test(reason))).toBe(true);
});

test('lint reports translations with one line for each language, and names of controls apart', () => {
  const plain = JSON.parse(readFileSync('test/packs/one-language.json', 'utf8'));
  expect(lint(plain)).toEqual([]);
  const translated = withField(plain, 'guides.0.title', { en: 'Search', de: 'Suche' });
  expect(lint(translated)).toEqual([
    {
      path: 'de',
      reason: '5 of 6 texts missing: title; tip "search": body; walkthrough "order": title; and 2 more',
      remedy: 'Translate them, or they show in the base language.',
      warning: true,
    },
  ]);
  const named = withField(plain, 'guides.0.anchor.name', { en: 'Search', ar: 'بحث' });
  expect(lint(named)).toEqual([]);
  const half = withField(named, 'guides.1.steps.0.anchor.name', { en: 'New' });
  expect(lint(half)).toMatchObject([
    { path: 'ar', reason: '1 of 2 names of controls missing: walkthrough "order", step "begin": anchor.name' },
  ]);
});
