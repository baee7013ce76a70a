import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WalkMessage } from '../../../src/messaging/messages.ts';
import {
  advanceFrameSync,
  type FrameSyncEffect,
  type FrameSyncEvent,
  type FrameSyncState,
  initialFrameSync,
  isPresenter,
  stepKey,
  type WalkPosition,
} from '../../../src/page/frames/frame-sync-machine.ts';

const at = (step: string): NonNullable<WalkPosition> => ({ pack: 'basics', guide: 'walk', step, mode: 'guide', trail: [] });
const one = at('one');
const two = at('two');
const keyOf = (position: WalkPosition) => stepKey(position)!;
const frame = (over: Partial<FrameSyncState> = {}): FrameSyncState => ({
  ...initialFrameSync(5),
  sharedStep: keyOf(one),
  ...over,
});
const claimed = { claimedStep: keyOf(one) };
const changed = (position: WalkPosition, isShowing = false): FrameSyncEvent => ({ is: 'changed', position, isShowing });
const received = (message: Partial<WalkMessage>, here: { isShowing?: boolean; isTop?: boolean } = {}): FrameSyncEvent => ({
  ...{ is: 'received', isShowing: false, isTop: false, position: one },
  message: { frameId: 7, progress: one, presenting: false, ...message },
  ...here,
});
const send = (progress: WalkPosition, presenting: boolean, move?: number): FrameSyncEffect => ({
  do: 'send',
  message: { frameId: 5, progress, presenting, ...(move !== undefined && { move }) },
});
const follow = (position: WalkPosition): FrameSyncEffect => ({ do: 'follow', position });

describe('each transition of the table', () => {
  test.each<[string, FrameSyncState, FrameSyncEvent, FrameSyncEffect[]]>([
    ['changed: another step is a move', frame(), changed(two), [send(two, false, 1)]],
    ['changed: a second move has the next number', frame({ sentMoves: 1 }), changed(two), [send(two, false, 2)]],
    ['changed: an ended walkthrough is a move', frame(), changed(null), [send(null, false, 1)]],
    ['changed: the shown step is claimed', frame(), changed(one, true), [send(one, true)]],
    ['changed: a claim is sent once', frame(claimed), changed(one, true), []],
    ['changed: a claim to the same step ends', frame(claimed), changed(one), [send(one, false)]],
    ['changed: a move and a claim are one message', frame(claimed), changed(two, true), [send(two, true, 1)]],
    ['changed: nothing new is not sent', frame(), changed(one), []],
    ['changed: no walkthrough before or after is not sent', initialFrameSync(5), changed(null), []],

    ['resuming: what was stored is no move', frame({ sharedStep: null }), { is: 'resuming', position: one }, []],

    [
      'received: our own claim, which we have lost since, ends',
      frame(),
      received({ frameId: 5, presenting: true }),
      [send(one, false)],
    ],
    ['received: our own message has no effect', frame(), received({ frameId: 5, progress: two, move: 1 }), []],
    ['received: a claim of another frame is noted', frame(), received({ presenting: true }), []],
    [
      'received: a claim is answered by the frame that presents',
      frame(claimed),
      received({ presenting: true }, { isShowing: true }),
      [send(one, true)],
    ],
    [
      'received: a claim of a lower number is not answered',
      frame(claimed),
      received({ frameId: 0, presenting: true }, { isShowing: true }),
      [],
    ],
    [
      'received: the last claim ends at the top',
      frame({ claims: { 7: keyOf(one) } }),
      received({}, { isTop: true }),
      [{ do: 'search' }],
    ],
    [
      'received: the last claim ends at the top, which shows the step',
      frame({ claims: { 7: keyOf(one) } }),
      received({}, { isTop: true, isShowing: true }),
      [],
    ],
    ['received: the last claim ends in a frame', frame({ claims: { 7: keyOf(one) } }), received({}), []],
    [
      'received: a claim ends and another is left',
      frame({ claims: { 7: keyOf(one), 8: keyOf(one) } }),
      received({}, { isTop: true }),
      [],
    ],
    ['received: a claim to another step ends', frame({ claims: { 7: keyOf(two) } }), received({}, { isTop: true }), []],
    ['received: a move is followed', frame(), received({ progress: two, move: 1 }), [follow(two)]],
    ['received: an end is followed', frame(), received({ progress: null, move: 1 }), [follow(null)]],
    ['received: a move to this very step is not followed', frame(), received({ move: 1 }), []],
    ['received: a claim to another step is not followed', frame(), received({ progress: two, presenting: true }), []],
    ['received: a move before ours is not followed', frame({ sentMoves: 1 }), received({ progress: two, move: 1 }), []],

    ['confirmed: no effect', frame({ sentMoves: 1 }), { is: 'confirmed', move: 1 }, []],
    [
      'left: a claim ends, and the walkthrough is dropped here',
      frame(claimed),
      { is: 'left', position: one },
      [send(one, false), follow(null)],
    ],
    ['left: with no claim the walkthrough is dropped here', frame(), { is: 'left', position: one }, [follow(null)]],
  ])('%s', (_title, before, event, effects) => {
    expect(advanceFrameSync(before, event).effects).toEqual(effects);
  });
});

test.each<[string, FrameSyncEvent]>([
  ['our own message has come back', received({ frameId: 5, progress: one, move: 1 })],
  ['the background has answered', { is: 'confirmed', move: 1 }],
])('once %s, moves of other frames are followed again', (_how, event) => {
  const { state } = advanceFrameSync(frame({ sentMoves: 1 }), event);
  expect(advanceFrameSync(state, received({ progress: two, move: 1 })).effects).toEqual([follow(two)]);
});

test.each<[string, FrameSyncEvent, WalkPosition]>([
  ['following a move', received({ progress: two, move: 1 }), two],
  ['following an end', received({ progress: null, move: 1 }), null],
  ['resuming', { is: 'resuming', position: two }, two],
  ['leaving', { is: 'left', position: one }, null],
])('%s sends nothing when the player changes by it', (_how, event, becomes) => {
  const { state } = advanceFrameSync(frame(), event);
  expect(advanceFrameSync(state, changed(becomes)).effects).toEqual([]);
});

describe('which frame presents a step', () => {
  const claims = { 3: keyOf(one), 7: keyOf(one), 8: keyOf(two) };
  test.each<[string, Partial<FrameSyncState>, boolean, boolean]>([
    ['nobody claims it', {}, false, true],
    ['another claims it, and it is not shown here', { claims: { 7: keyOf(one) } }, false, false],
    ['a higher number claims it, and it is shown here', { claims: { 7: keyOf(one) } }, true, true],
    ['a lower number claims it, and it is shown here', { claims }, true, false],
    ['another step is claimed', { claims: { 3: keyOf(two) } }, false, true],
  ])('%s', (_title, over, isShowing, expected) => {
    expect(isPresenter(frame(over), keyOf(one), isShowing)).toBe(expected);
  });
});

/** Scripts of one tab, and the messages between them: all frames receive the same messages in the same order, each in its own time. */
class Tab {
  readonly log: WalkMessage[] = [];
  readonly frames = [0, 11, 22].map((id) => ({
    ...{ sync: initialFrameSync(id), position: null as WalkPosition, isShowing: false, read: 0 },
  }));

  send(nth: number, event: FrameSyncEvent): void {
    const own = this.frames[nth]!;
    const { state, effects } = advanceFrameSync(own.sync, event);
    own.sync = state;
    for (const effect of effects) {
      if (effect.do === 'send') this.log.push(effect.message);
      else if (effect.do === 'follow') this.play(nth, effect.position, false);
    }
  }

  play(nth: number, position: WalkPosition, isShowing: boolean): void {
    Object.assign(this.frames[nth]!, { position, isShowing });
    this.send(nth, { is: 'changed', position, isShowing });
  }

  deliver(nth: number): void {
    const own = this.frames[nth]!;
    const message = this.log[own.read];
    if (!message) return;
    own.read += 1;
    this.send(nth, { is: 'received', message, isShowing: own.isShowing, isTop: nth === 0, position: own.position });
  }

  settle(): void {
    for (let rounds = 0; this.frames.some(({ read }) => read < this.log.length); rounds += 1) {
      if (rounds > 1000) throw new Error('The frames never stop sending messages.');
      for (const nth of this.frames.keys()) this.deliver(nth);
    }
  }

  presenters(): number[] {
    return this.frames.flatMap(({ sync, position, isShowing }) =>
      isShowing && isPresenter(sync, stepKey(position), true) ? [sync.frameId] : [],
    );
  }
}

const position = fc.constantFrom<WalkPosition[]>(null, one, two, at('three'));
const action = fc.oneof(
  fc.record({ do: fc.constant('deliver' as const), nth: fc.nat(2) }),
  fc.record({ do: fc.constant('move' as const), nth: fc.nat(2), to: position }),
  fc.record({ do: fc.constantFrom('find' as const, 'lose' as const), nth: fc.nat(2) }),
);

test('over random moves and delays: all frames come to the same step, and one that shows it presents it', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
      const tab = new Tab();
      for (const { nth, ...act } of actions) {
        const own = tab.frames[nth]!;
        if (act.do === 'deliver') tab.deliver(nth);
        else if (act.do === 'move') tab.play(nth, act.to, false);
        else if (own.position) tab.play(nth, own.position, act.do === 'find');
      }
      tab.settle();
      const steps = new Set(tab.frames.map((one) => stepKey(one.position)));
      expect(steps.size, 'one step').toBe(1);
      const showing = tab.frames.filter(({ isShowing }) => isShowing).map(({ sync }) => sync.frameId);
      expect(tab.presenters(), 'the lowest of those that show it').toEqual(showing.slice(0, 1));
      for (const { sync, isShowing, position: own } of tab.frames)
        if (!isShowing)
          expect(isPresenter(sync, stepKey(own), false), 'others know whether it is shown').toBe(showing.length === 0);
    }),
    { numRuns: 3000 },
  );
});
