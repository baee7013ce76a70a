import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  advancePrompt,
  initialPromptState,
  type PromptEffect,
  type PromptEvent,
  type PromptStage,
  type PromptState,
} from '../../../src/page/prompts/prompt-machine.ts';

const a = 'pack/a';
const b = 'pack/b';
const state = (stage: PromptStage, over: Partial<PromptState> = {}): PromptState => ({
  ...initialPromptState,
  ranked: [a, b],
  isFree: true,
  stage,
  ...over,
});
const updated = (ranked: string[], isFree = true): PromptEvent => ({ is: 'updated', ranked, isFree });
const requesting = { is: 'requesting', key: a } as const;
const showing = { is: 'showing', key: a, pinned: false } as const;
const held = { is: 'held', key: a, pinned: false } as const;
const suppressed = { suppressed: true };
const request = (key: string): PromptEffect => ({ do: 'request', key });
const remove = (key: string): PromptEffect => ({ do: 'remove', key });
const show = (key: string, first = true): PromptEffect => ({ do: 'show', key, first });

describe('each transition of the table', () => {
  test.each<[string, PromptState, PromptEvent, PromptStage, PromptEffect[]]>([
    ['starting: started requests the best', state({ is: 'starting' }), { is: 'started' }, requesting, [request(a)]],
    [
      'starting: started with nothing to show is idle',
      state({ is: 'starting' }, { ranked: [] }),
      { is: 'started' },
      { is: 'idle' },
      [],
    ],
    ['starting: started while busy is idle', state({ is: 'starting' }, { isFree: false }), { is: 'started' }, { is: 'idle' }, []],
    ['starting: started while suppressed is idle', state({ is: 'starting' }, suppressed), { is: 'started' }, { is: 'idle' }, []],
    ['starting: an update is noted only', state({ is: 'starting' }), updated([b]), { is: 'starting' }, []],
    ['started a second time changes nothing', state(showing), { is: 'started' }, showing, []],

    ['idle: an update requests the best', state({ is: 'idle' }), updated([b, a]), { is: 'requesting', key: b }, [request(b)]],
    ['idle: an update while busy requests nothing', state({ is: 'idle' }), updated([a], false), { is: 'idle' }, []],
    [
      'idle: a refused prompt is passed over',
      state({ is: 'idle' }, { refused: [a] }),
      updated([a, b]),
      { is: 'requesting', key: b },
      [request(b)],
    ],
    ['idle: a closed prompt is passed over', state({ is: 'idle' }, { closed: [a] }), updated([a]), { is: 'idle' }, []],
    ['idle: an update while suppressed is noted only', state({ is: 'idle' }, suppressed), updated([a]), { is: 'idle' }, []],
    ['idle: released requests the best', state({ is: 'idle' }, suppressed), { is: 'released' }, requesting, [request(a)]],

    [
      'idle: a prompt that is taken back is requested',
      state({ is: 'idle' }, { closed: [a], ranked: [a] }),
      { is: 'restored', key: a },
      requesting,
      [request(a)],
    ],
    [
      'resting: a prompt that is taken back is requested',
      state({ is: 'resting' }, { closed: [a], ranked: [a] }),
      { is: 'restored', key: a },
      requesting,
      [request(a)],
    ],
    ['showing: one that is taken back waits', state(showing, { closed: [b] }), { is: 'restored', key: b }, showing, []],

    ['requesting: still the best goes on', state(requesting), updated([a, b]), requesting, []],
    [
      'requesting: a better one takes its place',
      state(requesting),
      updated([b, a]),
      { is: 'requesting', key: b },
      [remove(a), request(b)],
    ],
    ['requesting: a busy person ends it', state(requesting), updated([a], false), { is: 'idle' }, [remove(a)]],
    ['requesting: an update while suppressed is noted only', state(requesting, suppressed), updated([b]), requesting, []],
    ['requesting: granted is shown, recorded', state(requesting), { is: 'granted', key: a }, showing, [show(a)]],
    [
      'requesting: granted again is not recorded twice',
      state(requesting, { shown: [a] }),
      { is: 'granted', key: a },
      showing,
      [show(a, false)],
    ],
    ['requesting: granted while suppressed is held', state(requesting, suppressed), { is: 'granted', key: a }, held, []],
    ['requesting: another grant is late', state(requesting), { is: 'granted', key: b }, requesting, []],
    [
      'requesting: refused, the next best is requested',
      state(requesting),
      { is: 'refused', key: a },
      { is: 'requesting', key: b },
      [remove(a), request(b)],
    ],
    [
      'requesting: refused while suppressed is idle',
      state(requesting, suppressed),
      { is: 'refused', key: a },
      { is: 'idle' },
      [remove(a)],
    ],
    ['requesting: another refusal is late', state(requesting), { is: 'refused', key: b }, requesting, []],
    ['requesting: closed rests', state(requesting), { is: 'closed', key: a }, { is: 'resting' }, [remove(a)]],
    ['requesting: released while still the best goes on', state(requesting, suppressed), { is: 'released' }, requesting, []],

    ['held: released is shown', state(held, suppressed), { is: 'released' }, showing, [show(a)]],
    [
      'held: released once shown is not recorded again',
      state(held, { ...suppressed, shown: [a] }),
      { is: 'released' },
      showing,
      [show(a, false)],
    ],
    [
      'held: released but no longer due makes way',
      state(held, { ...suppressed, ranked: [b] }),
      { is: 'released' },
      { is: 'requesting', key: b },
      [remove(a), request(b)],
    ],
    ['held: an update is noted only', state(held, suppressed), updated([]), held, []],
    [
      'held: answered is pinned',
      state(held, suppressed),
      { is: 'answered', key: a },
      { ...held, pinned: true },
      [{ do: 'thank', key: a }],
    ],
    ['held: closed rests', state(held, suppressed), { is: 'closed', key: a }, { is: 'resting' }, [remove(a)]],

    ['showing: still due stays, though another is better', state(showing), updated([b, a]), showing, []],
    ['showing: stays while the person is busy', state(showing), updated([a], false), showing, []],
    ['showing: no longer due makes way', state(showing), updated([b]), { is: 'requesting', key: b }, [remove(a), request(b)]],
    ['showing: no longer due and nothing else is idle', state(showing), updated([]), { is: 'idle' }, [remove(a)]],
    [
      'showing: answered is pinned and thanked',
      state(showing),
      { is: 'answered', key: a },
      { ...showing, pinned: true },
      [{ do: 'thank', key: a }],
    ],
    ['showing: another answer concerns nothing', state(showing), { is: 'answered', key: b }, showing, []],
    [
      'showing: pinned stays though no longer due',
      state({ ...showing, pinned: true }),
      updated([]),
      { ...showing, pinned: true },
      [],
    ],
    ['showing: closed rests', state(showing), { is: 'closed', key: a }, { is: 'resting' }, [remove(a)]],
    ['showing: suppressed is held', state(showing), { is: 'suppressed' }, held, []],
    ['showing: moved stays', state(showing), { is: 'moved' }, showing, []],

    ['resting: an update shows nothing', state({ is: 'resting' }), updated([b]), { is: 'resting' }, []],
    ['resting: released shows nothing', state({ is: 'resting' }, suppressed), { is: 'released' }, { is: 'resting' }, []],
    ['resting: moved is idle', state({ is: 'resting' }), { is: 'moved' }, { is: 'idle' }, []],
  ])('%s', (_title, before, event, stage, effects) => {
    const after = advancePrompt(before, event);
    expect(after.state.stage).toEqual(stage);
    expect(after.effects).toEqual(effects);
  });
});

test('a refusal is remembered until the address changes', () => {
  const refused = advancePrompt(state(requesting, { ranked: [a] }), { is: 'refused', key: a }).state;
  expect(advancePrompt(refused, updated([a])).effects).toEqual([]);
  const moved = advancePrompt(refused, { is: 'moved' }).state;
  expect(advancePrompt(moved, updated([a])).effects).toEqual([request(a)]);
});

test('a closed prompt stays closed after the address has changed', () => {
  const closed = advancePrompt(state(showing), { is: 'closed', key: a }).state;
  const moved = advancePrompt(closed, { is: 'moved' }).state;
  expect(advancePrompt(moved, updated([a])).effects).toEqual([]);
  expect(advancePrompt(moved, updated([a, b])).effects).toEqual([request(b)]);
});

const key = fc.constantFrom('pack/a', 'pack/b', 'pack/c');
/** `of` null: about the prompt that the machine is busy with. */
const anyReply = fc.record({
  is: fc.constantFrom('granted' as const, 'refused' as const, 'answered' as const, 'closed' as const),
  of: fc.option(key, { freq: 1 }),
});
const anyEvent = fc.oneof(
  fc.constantFrom<PromptEvent[]>({ is: 'started' }, { is: 'suppressed' }, { is: 'released' }, { is: 'moved' }),
  { weight: 2, arbitrary: fc.record({ is: fc.constant('updated' as const), ranked: fc.uniqueArray(key), isFree: fc.boolean() }) },
  { weight: 2, arbitrary: anyReply },
);
const eventFor = (
  { stage }: PromptState,
  drawn: PromptEvent | { is: 'granted' | 'refused' | 'answered' | 'closed'; of: string | null },
): PromptEvent => ('of' in drawn ? { is: drawn.is, key: drawn.of ?? ('key' in stage ? stage.key : a) } : drawn);

/** What somebody who sees only events and effects knows of the screen. */
interface Witness {
  drawn: string | null;
  requested: string | null;
  /** The one reply to a request: what comes after it is none. */
  isGranted: boolean;
  suppressed: boolean;
  isFree: boolean;
  hasStarted: boolean;
  isResting: boolean;
  refused: Set<string>;
  closed: Set<string>;
  recorded: Set<string>;
}

function expectThat(isSo: boolean, rule: string, ...about: unknown[]): void {
  if (!isSo) expect.fail(`${rule}: ${JSON.stringify(about)}`);
}

function noteEvent(seen: Witness, event: PromptEvent): void {
  if (event.is === 'started') seen.hasStarted = true;
  if (event.is === 'updated') seen.isFree = event.isFree;
  if (event.is === 'suppressed') seen.suppressed = true;
  if (event.is === 'released') seen.suppressed = false;
  if (event.is === 'moved') {
    seen.refused.clear();
    seen.isResting = false;
  }
  if (event.is === 'granted' && seen.requested === event.key) seen.isGranted = true;
  if (event.is === 'refused' && seen.requested === event.key && !seen.isGranted) seen.refused.add(event.key);
  if (event.is === 'closed') {
    if (event.key === seen.drawn || event.key === seen.requested) seen.isResting = true;
    seen.closed.add(event.key);
  }
}

function checkEffect(seen: Witness, event: PromptEvent, effect: PromptEffect): void {
  switch (effect.do) {
    case 'remove':
      expectThat(effect.key === seen.drawn || effect.key === seen.requested, 'only what is there is removed', effect, event);
      seen.drawn = null;
      seen.requested = null;
      return;
    case 'request':
      expectThat(seen.drawn === null && seen.requested === null, 'one prompt at a time', effect, event);
      expectThat(seen.hasStarted && seen.isFree && !seen.suppressed, 'only a free person is prompted', effect, event);
      expectThat(!seen.isResting, 'nothing follows a closed prompt on the same page', effect, event);
      expectThat(!seen.refused.has(effect.key) && !seen.closed.has(effect.key), 'no is no', effect, event);
      seen.requested = effect.key;
      seen.isGranted = false;
      return;
    case 'show':
      expectThat(!seen.suppressed, 'never over a walkthrough', effect, event);
      expectThat(
        effect.key === seen.requested || effect.key === seen.drawn,
        'nothing is shown that was not asked for',
        effect,
        event,
      );
      expectThat(effect.first !== seen.recorded.has(effect.key), 'recorded once', effect, event);
      expectThat(!seen.closed.has(effect.key), 'never after it was closed', effect, event);
      seen.recorded.add(effect.key);
      seen.drawn = effect.key;
      seen.requested = null;
      return;
    case 'thank':
      expectThat(event.is === 'answered' && event.key === effect.key, 'thanks are for an answer', effect, event);
  }
}

test('over random events: one prompt at a time, never over a walkthrough, never after a refusal, recorded once', () => {
  let shown = 0;
  fc.assert(
    fc.property(fc.array(anyEvent, { minLength: 20, maxLength: 60 }), (events) => {
      let now = initialPromptState;
      const seen: Witness = {
        ...{
          drawn: null,
          requested: null,
          isGranted: false,
          suppressed: false,
          isFree: false,
          hasStarted: false,
          isResting: false,
        },
        ...{ refused: new Set(), closed: new Set(), recorded: new Set() },
      };
      for (const drawn of events) {
        const event = eventFor(now, drawn);
        const { state: next, effects } = advancePrompt(now, event);
        noteEvent(seen, event);
        for (const effect of effects) checkEffect(seen, event, effect);
        if (next.stage.is === 'showing') {
          expectThat(!next.suppressed, 'nothing is on screen while prompts are suppressed', next, event);
          shown += 1;
        }
        now = next;
      }
    }),
    { numRuns: 5000 },
  );
  expect(shown).toBeGreaterThan(1000);
});
