import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Condition } from '../../src/model/pack/condition.ts';
import type { LocalizedStep, LocalizedWalkthrough } from '../../src/model/pack/localized-guide.ts';
import type { ValueTest } from '../../src/model/pack/value-test.ts';
import type { ResumePoint } from '../../src/model/person/progress.ts';
import type { WalkState } from '../../src/model/person/walk-state.ts';
import { advance } from '../../src/player/advance.ts';
import { type ControlValue, judgeValue } from '../../src/player/judge-value.ts';
import { begin, resume } from '../../src/player/open-walkthrough.ts';
import type { PlayerEvent, PlayerPage, Transition } from '../../src/player/transition.ts';
import { localized, step, walkthrough } from './a-guide.ts';

const FIELDS = ['amount', 'reason', 'agreed'] as const;
const url = 'https://app.example/orders';

const valueTest: fc.Arbitrary<ValueTest> = fc.constantFrom(
  { is: 'filled' },
  { is: 'empty' },
  { is: 'checked' },
  { is: 'unchecked' },
  { is: 'one-of', values: ['4711', 'net 30'] },
  { is: 'matches', pattern: '.*7.*' },
  { is: 'number', min: 10 },
);
const field = fc.constantFrom(...FIELDS).map((name) => ({ role: 'textbox', name }));
const control = fc.constantFrom('save', 'send').map((name) => ({ role: 'button', name }));
const condition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ is: fc.constant('value' as const), anchor: field, value: valueTest }) },
  { weight: 1, arbitrary: control.map((anchor): Condition => ({ is: 'appears', anchor })) },
  { weight: 1, arbitrary: fc.constant<Condition>({ is: 'place', place: '/orders' }) },
);
const some = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const aStep = (at: number, of: number): fc.Arbitrary<LocalizedStep> =>
  fc
    .record({
      anchor: fc.option(fc.oneof(field, control), { nil: undefined, freq: 4 }),
      advance: fc.oneof<fc.Arbitrary<LocalizedStep['advance']>[]>(
        fc.constantFrom({ on: 'next' }, { on: 'click' }, { on: 'place', to: '/orders' }),
        valueTest.map((value) => ({ on: 'input', value })),
        control.map((anchor) => ({ on: 'appears', anchor })),
      ),
      optional: some(fc.constant(true)),
      checks: some(condition.map((requires) => [{ requires, message: localized('Not yet.') }])),
      wait: some(fc.constant({ seconds: 5 })),
      do: some(fc.constant({ act: 'click' as const })),
      next: some(
        fc.array(fc.record({ if: some(condition), to: fc.nat(of).map((to) => (to < of ? `s${to}` : 'end')) }), {
          minLength: 1,
          maxLength: 3,
        }),
      ),
    })
    .map((own) => step(`s${at}`, own as Partial<LocalizedStep>));
const aGuide = fc
  .integer({ min: 2, max: 7 })
  .chain((of) => fc.tuple(...Array.from({ length: of }, (_, at) => aStep(at, of))))
  .map(walkthrough);

const aValue: fc.Arbitrary<ControlValue> = fc.oneof(
  fc.constantFrom('', '7', '4711', 'Net 30', 'x').map((text) => ({ texts: [text], decimal: '.' })),
  fc.boolean().map((checked) => ({ texts: [], checked, decimal: '.' })),
);
const values = fc.tuple(aValue, aValue, aValue);
type Values = readonly ControlValue[];

/** What the person does, whatever is on screen. */
type Press = PlayerEvent | 'reload' | 'again';
const press = fc.constantFrom<Press>(
  ...(['next', 'next', 'skip', 'back', 'leave', 'touched', 'reopened', 'decline', 'arrived'] as const).map((is) => ({ is })),
  ...(['click', 'input', 'choose', 'drag'] as const).map((by) => ({ is: 'acted' as const, by })),
  ...(['guide', 'do', 'show'] as const).map((mode) => ({ is: 'mode' as const, mode })),
  { is: 'agree', risky: false },
  'reload',
  'again',
);

const pageWith = (held: Values, controls: readonly string[]): PlayerPage => ({
  url,
  holds: (one, own) => {
    const name = (one.anchor ?? own.anchor)?.name as string | undefined;
    if (one.is === 'appears') return name !== undefined && controls.includes(name);
    if (one.is === 'disappears') return name === undefined || !controls.includes(name);
    const value = held[FIELDS.indexOf(name as (typeof FIELDS)[number])];
    return value !== undefined && judgeValue(one.value, value);
  },
});

/** Plays the presses, and the page's answers to what the player looks for. Returns what is recorded, by the press that caused it. */
function play(guide: LocalizedWalkthrough, page: PlayerPage, controls: readonly string[], presses: readonly Press[]) {
  const recorded: string[] = [];
  let state = null as WalkState | null;
  let stored: ResumePoint | null = null;
  let number = 0;

  function apply(transition: Transition): void {
    ({ state } = transition);
    for (const effect of transition.effects) {
      if (effect.do === 'record') recorded.push(`${number}: ${effect.what} ${effect.step ?? ''}`);
      if (effect.do === 'save') stored = effect.progress;
      if (effect.do === 'perform') send({ is: 'performed' });
    }
  }
  function send(event: PlayerEvent): void {
    if (state) apply(advance({ guide, state, page }, event));
  }
  /** What the page answers to what is looked for, until it has no more to say. */
  function settle(): void {
    for (let turn = 0; turn < 4; turn += 1) {
      const own: LocalizedStep = guide.steps[state?.step ?? 0]!;
      const name = own.anchor?.name as string | undefined;
      const isThere = name !== undefined && [...controls, ...FIELDS].includes(name);
      if (state?.phase === 'seeking') send(isThere ? { is: 'found' } : { is: 'gave-up' });
      if (own.advance.on === 'appears' && controls.includes(own.advance.anchor.name as string)) send({ is: 'met' });
      if (state?.phase === 'deciding') send({ is: 'gave-up' });
    }
    send({ is: 'overdue' });
  }

  apply(begin({ guide, page }));
  settle();
  for (const one of presses) {
    number += 1;
    if (one === 'again') {
      if (state?.phase === 'finished') apply(begin({ guide, page }, 'guide', state.dependsOnValue));
    } else if (one === 'reload') {
      state = null;
      if (stored) apply(resume({ guide, page }, stored));
    } else if (state?.phase !== 'finished') send(one);
    else if (one.is === 'leave') {
      state = null;
      stored = null;
    }
    settle();
  }
  return { recorded, isStored: stored !== null };
}

test('what is recorded of a walkthrough is the same whatever stands in the fields', () => {
  let branched = 0;
  fc.assert(
    fc.property(
      aGuide,
      values,
      values,
      fc.subarray(['save', 'send']),
      fc.array(press, { maxLength: 12 }),
      (guide, one, other, controls, presses) => {
        const [first, second] = [one, other].map((held) => play(guide, pageWith(held, controls), controls, presses));
        expect(second!.recorded).toEqual(first!.recorded);
        if (first!.recorded.length > 1) branched += 1;
      },
    ),
    { numRuns: 20_000 },
  );
  expect(branched).toBeGreaterThan(1000);
}, 60_000);

test('whether a walkthrough is stored tells nothing of the fields either, so a page load shows the same to the prompts', () => {
  fc.assert(
    fc.property(aGuide, values, values, fc.array(press, { maxLength: 8 }), (guide, one, other, presses) => {
      const [first, second] = [one, other].map((held) => play(guide, pageWith(held, ['save']), ['save'], presses));
      expect(second!.isStored).toBe(first!.isStored);
    }),
    { numRuns: 10_000 },
  );
}, 60_000);

const digits = walkthrough([
  step('q', {
    anchor: undefined,
    advance: { on: 'appears', anchor: { role: 'button', name: 'save' } },
    next: [
      { if: { is: 'value', anchor: { role: 'textbox', name: 'amount' }, value: { is: 'matches', pattern: '4.*' } }, to: 'four' },
      { to: 'other' },
    ],
  }),
  step('four', { next: [{ to: 'end' }] }),
  step('other', { next: [{ to: 'end' }] }),
]);

test('a walkthrough that branches by a value records that it was opened, and no more, also after a page load', () => {
  const held = [{ texts: ['4711'], decimal: '.' }];
  const presses: Press[] = ['reload', { is: 'next' }, { is: 'leave' }];
  expect(play(digits, pageWith(held, ['save']), ['save'], presses).recorded).toEqual(['0: opened ']);
});

test('a walkthrough that asks for no value is recorded step by step', () => {
  const plain = walkthrough([step('save'), step('send')]);
  const presses: Press[] = [{ is: 'next' }, { is: 'next' }];
  expect(play(plain, pageWith([], ['save', 'send']), ['save', 'send'], presses).recorded).toEqual([
    '0: opened ',
    '1: advanced save',
    '2: finished ',
  ]);
});

test('an unmet requirement on a value is stored at once, so that a page load does not forget it', () => {
  const guide = walkthrough([
    step('save', {
      checks: [
        {
          requires: { is: 'value', anchor: { role: 'textbox', name: 'amount' }, value: { is: 'filled' } },
          message: localized('Empty.'),
        },
      ],
    }),
    step('send'),
  ]);
  const page = pageWith([{ texts: [''], decimal: '.' }], ['save', 'send']);
  const presses: Press[] = [{ is: 'next' }, 'reload', { is: 'skip' }, { is: 'next' }];
  expect(play(guide, page, ['save', 'send'], presses).recorded).toEqual(['0: opened ']);
});
