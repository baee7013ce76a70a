import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  onOwnerClosed,
  onReport,
  onTabAsks,
  type WalkReport,
  type WalkSessionState,
} from '../../../src/background/walk/walk-transitions.ts';
import type { Progress } from '../../../src/model/person/progress.ts';

const NOW = 1_000_000;
const at = (step: string, time = NOW): Progress => ({
  app: 'orders',
  pack: 'basics',
  guide: 'walk',
  step,
  mode: 'guide',
  trail: [],
  at: time,
});
const ownedBy = (tab: number, more: Partial<NonNullable<WalkSessionState['owner']>> = {}): WalkSessionState => ({
  progress: at('list'),
  owner: { tab, declined: [], ...more },
  endedAt: 0,
});
const ownedByNobody: WalkSessionState = { progress: at('list'), owner: null, endedAt: 0 };

describe('a tab that asks', () => {
  test.each<[string, WalkSessionState, { id: number; isActive: boolean }, boolean, ReturnType<typeof onTabAsks>]>([
    ['and has it goes on', ownedBy(1), { id: 1, isActive: false }, false, { result: 'here', state: ownedBy(1) }],
    [
      'in front, while no tab has it, gets it',
      ownedByNobody,
      { id: 1, isActive: true },
      false,
      { result: 'here', state: ownedBy(1) },
    ],
    [
      'behind, while no tab has it, gets nothing',
      ownedByNobody,
      { id: 1, isActive: false },
      false,
      { result: 'nothing', state: ownedByNobody },
    ],
    [
      'and declined it gets nothing',
      ownedBy(1, { declined: [2] }),
      { id: 2, isActive: true },
      true,
      { result: 'nothing', state: ownedBy(1, { declined: [2] }) },
    ],
    [
      'and was opened for its step gets it from its opener',
      ownedBy(1),
      { id: 2, isActive: true },
      true,
      { result: 'here', state: ownedBy(2, { from: 1 }), notify: 1 },
    ],
    [
      'while another tab has it is offered it',
      ownedBy(1),
      { id: 2, isActive: true },
      false,
      { result: 'offered', state: ownedBy(1) },
    ],
  ])('%s', (_, state, tab, follows, expected) => {
    expect(onTabAsks(state, tab, follows)).toEqual(expected);
  });
});

describe('a report', () => {
  const ended: WalkSessionState = { progress: null, owner: null, endedAt: NOW };
  test.each<[string, WalkSessionState, Partial<WalkReport>, Partial<ReturnType<typeof onReport>>]>([
    [
      'of a step by the tab that has it is stored',
      ownedBy(1),
      { progress: at('order', NOW + 1) },
      { result: 'accepted', state: { ...ownedBy(1), progress: at('order', NOW + 1) } },
    ],
    [
      'that takes it moves it, and the old tab is notified',
      ownedBy(2),
      { take: true },
      { result: 'accepted', state: ownedBy(1), notify: 2 },
    ],
    ['by a tab that does not have it is refused', ownedBy(2), {}, { result: 'refused', state: ownedBy(2) }],
    [
      'of the end by a tab that does not have it is refused',
      ownedBy(2),
      { progress: null },
      { result: 'refused', state: ownedBy(2) },
    ],
    ['of the end is the end for every tab', ownedBy(1), { progress: null }, { result: 'accepted', state: ended, notify: 'all' }],
    [
      'that declines is remembered with the tab that has it',
      ownedBy(2),
      { progress: null, take: false },
      { result: 'accepted', state: ownedBy(2, { declined: [1] }) },
    ],
    [
      'that declines what no tab has changes nothing',
      ownedByNobody,
      { progress: null, take: false },
      { result: 'accepted', state: ownedByNobody },
    ],
    [
      'older than the step that is known is refused',
      ownedBy(1),
      { progress: at('order', NOW - 1) },
      { result: 'refused', state: ownedBy(1) },
    ],
    ['older than the end is refused', ended, { progress: at('order', NOW - 1) }, { result: 'refused', state: ended }],
    [
      'older by more than messages change places is accepted: the clock was set back',
      ended,
      { progress: at('order', NOW - 3_600_000) },
      { result: 'accepted' },
    ],
    [
      'that takes is accepted whenever it was sent',
      ended,
      { progress: at('order', NOW - 1), take: true },
      { result: 'accepted' },
    ],
  ])('%s', (_, state, report, expected) => {
    expect(onReport(state, { progress: at('list'), tab: 1, now: NOW, ...report })).toMatchObject(expected);
  });
});

describe('when the tab that has it closes', () => {
  test.each<[string, number | undefined, WalkSessionState]>([
    ['it goes back to the opener', 1, ownedBy(1)],
    ['without an open opener nobody has it', undefined, ownedByNobody],
  ])('%s', (_, opener, state) => {
    expect(onOwnerClosed(ownedBy(2, { from: 1 }), opener)).toEqual({ result: 'accepted', state, notify: 'all' });
  });
});

test('whatever tabs ask and report, at most one tab is told that it goes on there, and it is the owner', () => {
  const tab = fc.integer({ min: 1, max: 4 });
  const event = fc.oneof(
    fc.record({ is: fc.constant('asks' as const), tab, isActive: fc.boolean(), follows: fc.boolean() }),
    fc.record({
      is: fc.constant('reports' as const),
      tab,
      take: fc.constantFrom(true, false, undefined),
      isEnd: fc.boolean(),
      time: fc.integer({ min: 0, max: 100 }),
    }),
    fc.record({ is: fc.constant('closes' as const), opener: fc.option(tab, { nil: undefined }) }),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      let state: WalkSessionState = { progress: null, owner: null, endedAt: 0 };
      for (const one of events) {
        const transition =
          one.is === 'asks'
            ? onTabAsks(state, { id: one.tab, isActive: one.isActive }, one.follows)
            : one.is === 'closes'
              ? onOwnerClosed(state, one.opener)
              : onReport(state, { progress: one.isEnd ? null : at('s', one.time), take: one.take, tab: one.tab, now: 100 });
        if (transition.result === 'here' && one.is === 'asks') expect(transition.state.owner?.tab).toBe(one.tab);
        if (transition.result === 'offered') expect(transition.state.owner).not.toBeNull();
        if (transition.result === 'refused') expect(transition.state).toBe(state);
        if (transition.result === 'accepted' && one.is === 'reports' && one.take !== false)
          expect(transition.state.owner?.tab ?? null).toBe(one.isEnd ? null : one.tab);
        state = transition.state;
      }
    }),
  );
});
