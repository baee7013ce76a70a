import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importRecording } from '../../src/exchange/import-recording.ts';
import { walkthrough } from '../../src/model/pack/guide.ts';
import { aRecording } from './a-recording.ts';

const read = (document: unknown, language = 'en') => importRecording(JSON.stringify(document), language);
function imported(document: unknown, language?: string) {
  const result = read(document, language);
  if (!result.ok) throw new Error(JSON.stringify(result.why));
  return result;
}

test('a recording becomes a walkthrough: controls by role and name, acts as they were, places without what tells records apart', () => {
  const { guide } = imported(aRecording);
  expect(guide.title).toBe('Place an order');
  expect(guide.steps.map(({ anchor, at, advance }) => [anchor?.role, anchor?.name, at, advance.on])).toEqual([
    ['button', 'New order', '/orders', 'place'],
    ['textbox', 'Supplier', '/orders/:id/edit', 'click'],
    ['textbox', 'Amount', '/orders/:id/edit', 'input'],
    ['combobox', 'Terms', '/orders/:id/edit', 'choose'],
    [undefined, undefined, '/orders/:id/edit', 'next'],
    ['button', 'More', '/orders/:id/edit', 'hover'],
    [undefined, undefined, '/orders/:id/edit', 'appears'],
  ]);
  expect(guide.steps[0]!.advance).toEqual({ on: 'place', to: '/orders/:id/edit' });
});

test('nothing that was entered is in what comes of it', () => {
  const text = JSON.stringify(imported(aRecording));
  for (const value of ['Jane Roe', 'net-30', '4711', 'tab=open']) expect(text).not.toContain(value);
});

test('everything that is lost is listed with its step', () => {
  const { losses } = imported(aRecording);
  const expected = [
    /^Step 1 \(setViewport\)/,
    /^Step 2 \(navigate\): the query/,
    /^Step 5 \(change\): the role of "Amount"/,
    /^Step 5 \(change\): what was entered/,
    /^Step 6 \(change\): what was entered/,
    /^Step 7 \(doubleClick\): its control has no name/,
    /^Step 8 \(keyDown\)/,
    /^Step 9 \(hover\): its frame/,
  ];
  for (const loss of expected)
    expect(
      losses.filter((one) => loss.test(one)),
      String(loss),
    ).toHaveLength(1);
});

test('instructions are in the language of the draft', () => {
  expect(imported(aRecording, 'de').guide.steps[0]!.title).not.toBe(imported(aRecording, 'en').guide.steps[0]!.title);
});

test('a click that only puts the cursor into a field is part of entering something there', () => {
  const change = { type: 'change', value: 'x', selectors: [['aria/Name']] };
  const { guide } = imported({ title: 'T', steps: [{ ...change, type: 'click' }, change] });
  expect(guide.steps.map(({ advance }) => advance.on)).toEqual(['input']);
});

test('of more than fifty steps, the first fifty are taken, and that is said', () => {
  const steps = Array.from({ length: 60 }, (_, nth) => ({ type: 'click', selectors: [[`aria/Button ${nth}[role="button"]`]] }));
  const { guide, losses } = imported({ title: 'T', steps });
  expect(guide.steps).toHaveLength(50);
  expect(losses.at(-1)).toMatch(/last 10 steps/);
});

describe('what is no recording is rejected with path and remedy', () => {
  test.each<[string, string, string]>([
    ['text that is no JSON', 'not JSON', ''],
    ['nothing', '', ''],
    ['null', 'null', ''],
    ['a list', '[]', ''],
    ['no steps', '{"title":"T"}', 'steps'],
    ['an empty list of steps', '{"title":"T","steps":[]}', 'steps'],
    ['nothing that a person does', '{"title":"T","steps":[{"type":"close"}]}', 'steps'],
    ['a type of step that nobody knows', '{"title":"T","steps":[{"type":"dance"}]}', 'steps[0].type'],
    ['empty selectors', '{"title":"T","steps":[{"type":"click","selectors":[]}]}', 'steps[0].selectors'],
    [
      'a step of a guide that is none',
      '{"title":"T","steps":[{"type":"customStep","name":"cairn-step","parameters":{"step":{"id":"a","title":"A"}}}]}',
      'steps[0].parameters.step.body',
    ],
  ])('%s', (_, text, path) => {
    const result = importRecording(text, 'en');
    if (result.ok) throw new Error('It was taken.');
    expect(result.why.map((fault) => fault.path)).toContain(path);
    for (const { reason, remedy } of result.why) expect([reason, remedy].every((one) => one.length > 3)).toBe(true);
  });

  const broken = fc.oneof(fc.constant(null), fc.integer(), fc.boolean(), fc.constant({}), fc.constant([]));
  const field = fc.constantFrom('title', 'steps', 'type', 'selectors', 'frame', 'assertedEvents', 'url');
  test('200 recordings with a field of another kind: none is taken as it is, and nothing throws', () => {
    fc.assert(
      fc.property(field, broken, fc.nat(aRecording.steps.length - 1), (name, value, at) => {
        const isTop = name === 'title' || name === 'steps';
        const document = isTop
          ? { ...aRecording, [name]: value }
          : { ...aRecording, steps: aRecording.steps.map((one, nth) => (nth === at ? { ...one, [name]: value } : one)) };
        // An empty list of frames or of events is one.
        if (JSON.stringify(value) === '[]' && (name === 'frame' || name === 'assertedEvents')) return;
        const result = read(document);
        if (result.ok) throw new Error(`${name} ${JSON.stringify(value)} was taken.`);
        const path = isTop ? name : `steps[${at}].${name}`;
        expect(result.why.some((fault) => fault.path.startsWith(path))).toBe(true);
        expect(result.why.every(({ remedy, reason }) => remedy.length > 3 && reason.length > 3)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
  test('200 texts and documents of any kind: what is taken is a walkthrough, and nothing throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.object().map((one) => JSON.stringify({ title: 'T', steps: [one] })),
        ),
        (text) => {
          const result = importRecording(text, 'en');
          if (result.ok) expect(walkthrough.safeParse(result.guide).success).toBe(true);
          else expect(result.why.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 200 },
    );
  });
});
