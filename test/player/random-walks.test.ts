import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Condition } from '../../src/model/pack/condition.ts';
import type { LocalizedStep, LocalizedWalkthrough } from '../../src/model/pack/localized-guide.ts';
import type { WalkState } from '../../src/model/person/walk-state.ts';
import { matchesUrlScope } from '../../src/model/route/url-scope.ts';
import { lintWalkthrough } from '../../src/packs/lint-walkthrough.ts';
import { reachable } from '../../src/packs/step-graph.ts';
import { advance } from '../../src/player/advance.ts';
import { begin, resume } from '../../src/player/open-walkthrough.ts';
import type { PlayerEffect, PlayerEvent, PlayerPage, Transition } from '../../src/player/transition.ts';
import { localized, step, walkthrough } from './a-guide.ts';

const guidesTried = 2_000;
const walksEach = 50;

const urls = ['/orders', '/orders/7', '/products', '/sign-in'].map((path) => `https://app.example${path}`);
const places = ['/orders', '/orders/:id', '/products', '/*'];
const names = ['one', 'two', 'three'];

const place = fc.constantFrom(...places);
const anchor = fc.constantFrom(...names).map((name) => ({ role: 'button', name }));
const condition: fc.Arbitrary<Condition> = fc.oneof(
  anchor.map((one): Condition => ({ is: 'appears', anchor: one })),
  anchor.map((one): Condition => ({ is: 'disappears', anchor: one })),
  place.map((one): Condition => ({ is: 'place', place: one })),
  anchor.map((one): Condition => ({ is: 'value', anchor: one, value: { is: 'filled' } })),
);
const some = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const aStep = (at: number, of: number): fc.Arbitrary<LocalizedStep> =>
  fc
    .record({
      anchor: fc.option(anchor, { nil: undefined, freq: 4 }),
      at: some(place),
      advance: fc.oneof<fc.Arbitrary<LocalizedStep['advance']>[]>(
        fc.constantFrom(
          { on: 'next' },
          { on: 'click' },
          { on: 'input' },
          { on: 'choose' },
          { on: 'hover' },
          { on: 'input', value: { is: 'filled' } },
        ),
        place.map((to) => ({ on: 'place', to })),
        anchor.map((one) => ({ on: 'appears', anchor: one })),
        anchor.map((one) => ({ on: 'disappears', anchor: one })),
      ),
      revealedBy: some(fc.nat(of - 1).map((to) => `s${to}`)),
      optional: fc.option(fc.constant(true), { nil: undefined, freq: 1 }),
      checks: some(condition.map((need) => [{ requires: need, message: localized('Not yet.') }])),
      wait: some(fc.constant({ seconds: 5 })),
      do: some(fc.constant({ act: 'click' as const })),
      next: some(
        fc.array(
          fc.record({
            if: fc.option(condition, { nil: undefined, freq: 3 }),
            to: fc.oneof(
              fc.nat(of - 1).map((to) => `s${to}`),
              fc.constant('end'),
            ),
          }),
          { minLength: 1, maxLength: 3 },
        ),
      ),
    })
    .map((own) => step(`s${at}`, own as Partial<LocalizedStep>));

const events: PlayerEvent[] = [
  ...(['arrived', 'found', 'lost', 'gave-up', 'met', 'overdue', 'looked', 'next', 'skip', 'back'] as const),
  ...(['played', 'decline', 'performed', 'touched', 'reopened'] as const),
].map((is) => ({ is }));
events.push(
  ...(['click', 'input', 'choose', 'double-click', 'drag', 'file', 'hover'] as const).map(
    (by): PlayerEvent => ({ is: 'acted', by }),
  ),
  ...(['guide', 'show', 'do'] as const).map((mode): PlayerEvent => ({ is: 'mode', mode })),
  ...[true, false].map((risky): PlayerEvent => ({ is: 'agree', risky })),
  { is: 'refused', why: 'disabled' },
);

/** Numbers from 0 up to, and without, `below`: fast, and the same for the same seed. */
function dice(seed: number): (below: number) => number {
  let at = seed >>> 0;
  return (below) => {
    at = (at + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(at ^ (at >>> 15), at | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A page on which just these controls are there and filled in. */
const pageOf = (url: string, there: number): PlayerPage => ({
  url,
  holds: (one, own) => {
    const name = (one.anchor ?? own.anchor)?.name as string | undefined;
    const held = name !== undefined && (there & (1 << names.indexOf(name))) !== 0;
    return one.is === 'disappears' ? !held : held;
  },
});
const pages = urls.flatMap((url) => Array.from({ length: 8 }, (_, there) => pageOf(url, there)));

/** Which of a step's conditional branches holds on a page, told without the player. */
function conditionalBranch(own: LocalizedStep, page: PlayerPage) {
  const holds = (one: Condition) => (one.is === 'place' ? matchesUrlScope(page.url, one.place) : page.holds(one, own));
  return own.next?.find((one) => one.if && holds(one.if));
}

/** Where a step that is completed on a page leads. */
function nextStep({ steps }: LocalizedWalkthrough, at: number, page: PlayerPage): number {
  const own = steps[at]!;
  const branch = conditionalBranch(own, page) ?? own.next?.find((one) => !one.if);
  const named = steps.findIndex(({ id }) => id === branch?.to);
  return !branch ? at + 1 : named < 0 ? steps.length : named;
}

/** Where somebody stands after completing a step: one that waits for the place where they are is completed at once. */
function standsAfter(guide: LocalizedWalkthrough, at: number, page: PlayerPage): number {
  let stands = nextStep(guide, at, page);
  for (let hops = 0; hops < guide.steps.length; hops += 1) {
    const step = guide.steps[stands];
    if (step?.advance.on !== 'place' || !matchesUrlScope(page.url, step.advance.to)) break;
    const isConditional = step.next?.some((one) => one.if);
    if (isConditional && !conditionalBranch(step, page)) break;
    stands = nextStep(guide, stands, page);
    if (isConditional) break;
  }
  return stands;
}

/** No conditions that hold on every page, or on none, and so shut somebody in: those are the author's, and no lint can know. */
function hasWayOut(guide: LocalizedWalkthrough): boolean {
  const graph = guide.steps.map((_, at) => pages.map((page) => standsAfter(guide, at, page)));
  return graph.every((_, at) => reachable(graph, at).has(guide.steps.length));
}

/** Guides as the lint lets them through. */
const aGuide = fc
  .integer({ min: 1, max: 8 })
  .chain((of) => fc.tuple(...Array.from({ length: of }, (_, at) => aStep(at, of))))
  .map(walkthrough)
  .filter((guide) => lintWalkthrough(guide as never, '').every(({ warning }) => warning) && hasWayOut(guide));

const isOver = ({ phase }: WalkState) => phase === 'finished' || phase === 'left';
const savedProgress = (effects: readonly PlayerEffect[]) => effects.findLast((one) => one.do === 'save')?.progress;

/** Steps from which "skip", on some page, leads to the end sooner or later. */
function leadsToEnd(guide: LocalizedWalkthrough, from: number): boolean {
  const seen = new Set([from]);
  for (const at of seen)
    for (const page of pages) {
      const start: WalkState = { step: at, phase: 'showing', mode: 'guide', trail: [], autoAdvancePaused: true };
      const { state } = advance({ guide, state: start, page }, { is: 'skip' });
      if (state.phase === 'finished') return true;
      seen.add(state.step);
    }
  return false;
}

function expectThat(isSo: boolean, what: string, ...about: unknown[]): void {
  if (!isSo) expect.fail(`${what}: ${JSON.stringify(about)}`);
}

/** What has to be so after every event, whatever came before. */
function judge(guide: LocalizedWalkthrough, before: WalkState | null, event: PlayerEvent | null, played: Transition): void {
  const { state, effects } = played;
  const does = (what: PlayerEffect['do']) => effects.filter((one) => one.do === what);
  const moved = before !== null && (before.step !== state.step || isOver(state));
  expectThat(guide.steps[state.step] !== undefined, 'one step, and a real one', state);
  expectThat(does('locate').length <= 1 && does('perform').length <= 1, 'nothing is done twice', effects);
  const isKept = state.phase === 'finished' && state.dependsOnValue === true;
  if (isKept)
    expectThat(savedProgress(effects)?.finished === true, 'an end that depends on a value is kept until it is closed', effects);
  else if (isOver(state)) expectThat(savedProgress(effects) === null, 'what is over is kept no more', effects);
  else if (moved) expectThat(savedProgress(effects) !== undefined, 'every step that is entered is kept', effects);
  const enters = moved && state.phase !== 'finished' && state.phase !== 'left';
  if (enters && state.phase !== 'deciding')
    expectThat(does('locate').length === 1, 'every step that is entered is looked for', effects);
  if (does('perform').length > 0)
    expectThat(
      event?.is === 'agree' &&
        before?.mode === 'do' &&
        before.phase === 'showing' &&
        guide.steps[state.step]!.do !== undefined &&
        (!event.risky || before.awaitingConfirmation === true),
      'nothing is done unasked, and nothing risky unless asked twice',
      before,
      event,
    );
  if (state.mode === 'show' && before?.mode === 'show')
    expectThat(
      effects.every((one) => one.do !== 'record' || one.what === 'shown'),
      'what the ghost shows is no work done',
      effects,
    );
}

test(`over ${guidesTried * walksEach} random walks through random guides: no dead end, nothing done unasked, progress names where the person is`, {
  timeout: 60_000,
}, () => {
  const reached = { phases: new Set<string>(), walks: 0, events: 0 };
  fc.assert(
    fc.property(aGuide, fc.integer(), (guide, seed) => {
      const roll = dice(seed);
      const ends = guide.steps.map((_, at) => leadsToEnd(guide, at));
      const ids = new Set(guide.steps.map(({ id }) => id));
      for (let walk = 0; walk < walksEach; walk += 1) {
        let page = pages[roll(pages.length)]!;
        const opened = begin({ guide, page });
        judge(guide, null, null, opened);
        let { state } = opened;
        let kept = savedProgress(opened.effects);
        expectThat(kept !== undefined, 'an opened guide is kept, or over', opened);
        for (let left = roll(24); left > 0 && !isOver(state); left -= 1) {
          if (roll(3) === 0) page = pages[roll(pages.length)]!;
          const event: PlayerEvent = roll(60) === 0 ? { is: 'leave' } : events[roll(events.length)]!;
          const before = state;
          const played = advance({ guide, state, page }, event);
          judge(guide, before, event, played);
          state = played.state;
          const next = savedProgress(played.effects);
          if (next !== undefined) kept = next;
          reached.phases.add(state.phase);
          reached.events += 1;
        }
        reached.walks += 1;
        if (isOver(state)) {
          for (const event of events)
            expectThat(advance({ guide, state, page }, event).effects.length === 0, 'over is silent', event);
          continue;
        }
        expectThat(ends[state.step]!, 'no dead end', state, guide);
        expectThat(
          kept !== null && kept !== undefined && ids.has(kept.step) && kept.trail.every((id) => ids.has(id)),
          'progress names real steps',
          kept,
        );
        expectThat(
          kept!.step === guide.steps[state.step]!.id &&
            kept!.mode === state.mode &&
            (kept!.done === true) === (state.phase === 'deciding'),
          'progress is where the person is',
          kept,
          state,
        );
        const again = resume({ guide, page }, kept!);
        judge(guide, null, null, again);
        const left = advance({ guide, state, page }, { is: 'leave' });
        expectThat(left.state.phase === 'left' && savedProgress(left.effects) === null, 'anybody may leave at any time', left);
      }
    }),
    { numRuns: guidesTried },
  );
  expect(reached.walks).toBeGreaterThanOrEqual(guidesTried * walksEach);
  expect([...reached.phases].sort()).toEqual([
    'deciding',
    'elsewhere',
    'finished',
    'left',
    'missing',
    'paused',
    'seeking',
    'showing',
  ]);
});
