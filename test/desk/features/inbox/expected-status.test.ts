import { expect, test } from 'vitest';
import { expectedStatus } from '../../../../src/desk/features/inbox/expected-status.ts';
import { applyAction } from '../../../../src/hub/inbox/apply-action.ts';
import type { InboxAction } from '../../../../src/model/hub-api/inbox-changes.ts';
import { feedback } from '../../feedback.ts';

const TODAY = '2026-11-30';
const ID = '00000000-0000-4000-8000-00000000000b';
const { status } = feedback();
const merged = { ...status, state: 'merged' as const, mergedInto: ID };

test.each<[InboxAction, typeof status]>([
  [{ do: 'assign', assignee: ID }, status],
  [
    { do: 'assign', assignee: null },
    { ...status, state: 'planned', assignee: ID },
  ],
  [
    { do: 'state', state: 'planned' },
    { ...status, state: 'closed', reason: 'done' },
  ],
  [
    { do: 'snooze', until: '2026-12-01' },
    { ...status, assignee: ID },
  ],
  [
    { do: 'close', reason: 'will-not-do' },
    { ...status, state: 'snoozed', snoozedUntil: '2026-12-01' },
  ],
  [{ do: 'merge', into: ID }, status],
  [{ do: 'split' }, merged],
  [{ do: 'restore', status: merged }, status],
])('after %j, the status that is shown meanwhile is the one that the hub will give', (action, before) => {
  expect(applyAction(before, action, TODAY)).toEqual({ ok: true, status: expectedStatus(before, action) });
});
