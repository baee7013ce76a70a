import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addPrompt, isPrompt, judgePrompt, type ShownPrompt } from '../../src/targeting/judge-prompt.ts';
import { aNotice, aTip } from './a-guide.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const hour = 60 * 60 * 1000;
const day = 24 * hour;
const other = (ago: number, tab = 1): ShownPrompt => ({ guide: 'basics/other', at: now - ago, tab });
const own = (ago: number, tab = 1): ShownPrompt => ({ guide: 'basics/a-guide', at: now - ago, tab });

test.each([
  ['no other fits', [], undefined],
  ['another an hour ago is refused by the day', [other(hour)], 'day'],
  ['another in another tab is refused by the day', [other(hour, 2)], 'day'],
  ['another 24 hours ago fits', [other(day)], undefined],
  ['two in the last week is refused by the week', [other(6 * day), other(2 * day)], 'week'],
  ['two of which one was a week ago fits', [other(7 * day), other(2 * day)], undefined],
  ['itself an hour ago in this tab is the same one and fits', [own(hour)], undefined],
  ['itself an hour ago in another tab is refused by the day', [own(hour, 2)], 'day'],
  ['itself yesterday counts as a second one and fits', [own(day + 1)], undefined],
  ['two others and itself in this tab fits', [other(6 * day), other(3 * day), own(hour)], undefined],
] as const)('a prompt after %s', (_how, shown, rule) => {
  const verdict = judgePrompt(aNotice(), { shown, tab: 1, now });
  expect(verdict.fits ? undefined : verdict.rule).toBe(rule);
  expect(judgePrompt(aNotice({ safety: true }), { shown, tab: 1, now }).fits).toBe(true);
});

test('a notice about safety is not counted, and a prompt that stays in its tab is counted once', () => {
  const at = { shown: [own(hour), other(8 * day)], tab: 1, now };
  expect(addPrompt(aNotice(), at)).toEqual([own(hour)]);
  expect(addPrompt(aNotice({ safety: true }), at)).toEqual([own(hour)]);
  expect(addPrompt(aNotice({ id: 'third' }), at)).toHaveLength(2);
});

test('over random requests from several tabs: never two prompts in a day, never three in a week', () => {
  const asks = fc.array(
    fc.record({
      wait: fc.integer({ min: 0, max: 30 }),
      guide: fc.constantFrom('a', 'b', 'c', 'd'),
      tab: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(asks, (all) => {
      let [shown, at]: [ShownPrompt[], number] = [[], now];
      const given: { at: number; as: string }[] = [];
      for (const { wait, guide: id, tab } of all) {
        at += wait * hour;
        const before = shown.length;
        if (!judgePrompt(aNotice({ id }), { shown, tab, now: at }).fits) continue;
        const stood = shown.find((one) => one.guide === `basics/${id}` && one.tab === tab && at - one.at < day);
        shown = addPrompt(aNotice({ id }), { shown, tab, now: at });
        if (!stood) given.push({ at, as: `${id}/${tab}` });
        else expect(shown.length).toBeLessThanOrEqual(before);
      }
      given.forEach(({ at: one }, n) => {
        if (given[n + 1]) expect(given[n + 1]!.at - one).toBeGreaterThanOrEqual(day);
        if (given[n + 2]) expect(given[n + 2]!.at - one).toBeGreaterThanOrEqual(7 * day);
      });
    }),
    { numRuns: 500 },
  );
});

test('a notice is a prompt and a tip is none', () => {
  expect([isPrompt(aTip()), isPrompt(aNotice()), isPrompt({ kind: 'walkthrough' }), isPrompt({ kind: 'reply' })]).toEqual([
    false,
    true,
    false,
    true,
  ]);
});
