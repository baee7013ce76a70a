import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyAction, UNTOUCHED } from '../../../src/hub/inbox/apply-action.ts';
import { inboxAction } from '../../../src/model/hub-api/inbox-changes.ts';
import { closeReason, type InboxStatus, inboxStatus } from '../../../src/model/hub-api/inbox-status.ts';

const today = '2026-11-22';
const target = '00000000-0000-4000-8000-000000000001';

const after = (status: Partial<InboxStatus>, action: Parameters<typeof applyAction>[1]) =>
  applyAction({ ...UNTOUCHED, ...status }, action, today);

test('an item that somebody is given is not new any more', () => {
  expect(after({}, { do: 'assign', assignee: target })).toEqual({
    ok: true,
    status: { ...UNTOUCHED, state: 'open', assignee: target },
  });
  expect(after({ state: 'planned' }, { do: 'assign', assignee: null })).toMatchObject({ status: { state: 'planned' } });
});

test('an item is snoozed until a day after today only', () => {
  expect(after({}, { do: 'snooze', until: '2026-11-23' })).toMatchObject({ ok: true, status: { snoozedUntil: '2026-11-23' } });
  for (const until of [today, '2026-11-21'])
    expect(after({}, { do: 'snooze', until })).toEqual({ ok: false, why: 'in-the-past' });
});

test('the next state does not retain the reason, day or target of the last', () => {
  const closed = after({ assignee: target }, { do: 'close', reason: 'done' });
  expect(closed).toEqual({ ok: true, status: { ...UNTOUCHED, state: 'closed', reason: 'done', assignee: target } });
  expect(closed.ok && after(closed.status, { do: 'state', state: 'open' })).toMatchObject({ status: { reason: null } });
});

test('a merged item can only be split off again', () => {
  const merged: Partial<InboxStatus> = { state: 'merged', mergedInto: target };
  expect(after(merged, { do: 'split' })).toEqual({ ok: true, status: { ...UNTOUCHED, state: 'open', isApart: true } });
  for (const action of [
    { do: 'assign', assignee: null },
    { do: 'state', state: 'open' },
    { do: 'close', reason: 'done' },
    { do: 'merge', into: target },
  ] as const)
    expect(after(merged, action)).toEqual({ ok: false, why: 'is-merged' });
});

test('an item that stands apart is not split again', () => {
  expect(after({ isApart: true }, { do: 'split' })).toEqual({ ok: false, why: 'not-in-group' });
});

const uuid = fc.uuid({ version: 4 });
const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const action = fc.oneof(
  fc.record({ do: fc.constant('assign' as const), assignee: fc.option(uuid) }),
  fc.record({ do: fc.constant('state' as const), state: fc.constantFrom('new' as const, 'open' as const, 'planned' as const) }),
  fc.record({ do: fc.constant('snooze' as const), until: day }),
  fc.record({ do: fc.constant('close' as const), reason: fc.constantFrom(...closeReason.options) }),
  fc.record({ do: fc.constant('merge' as const), into: uuid }),
  fc.constant({ do: 'split' as const }),
);

test('whatever is done, in any order, leaves a status that the contract allows and that restoring accepts', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 12 }), (actions) => {
      let status = UNTOUCHED;
      for (const one of actions) {
        expect(inboxAction.parse(one)).toEqual(one);
        const result = applyAction(status, one, today);
        if (!result.ok) continue;
        expect(inboxStatus.parse(result.status)).toEqual(result.status);
        expect(applyAction(result.status, { do: 'restore', status }, today)).toEqual({ ok: true, status });
        status = result.status;
      }
    }),
  );
});

test('a status whose fields contradict each other is not restored', () => {
  for (const wrong of [{ state: 'closed' }, { reason: 'done' }, { state: 'merged' }, { snoozedUntil: '2026-12-01' }] as const)
    expect(after({}, { do: 'restore', status: { ...UNTOUCHED, ...wrong } })).toEqual({ ok: false, why: 'malformed-status' });
});
