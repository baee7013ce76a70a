import { expect, test } from 'vitest';
import { type InboxItem, type InboxPage, type InboxPriority, inboxDetail, inboxPage } from '../../../src/model/hub-api/inbox.ts';
import {
  type InboxChange,
  type InboxChangeReply,
  type InboxChanges,
  inboxChangeReply,
  inboxChangeRequest,
  inboxChanges,
} from '../../../src/model/hub-api/inbox-changes.ts';
import { MAX_CHANGES_AT_ONCE } from '../../../src/model/hub-api/inbox-limits.ts';
import type { InboxItemStatus } from '../../../src/model/hub-api/inbox-status.ts';

const id = '00000000-0000-4000-8000-000000000001';
const other = '00000000-0000-4000-8000-000000000002';

const untouched: InboxItemStatus = {
  id,
  revision: 0,
  status: { state: 'new', snoozedUntil: null, reason: null, mergedInto: null, isApart: false, assignee: null },
  assigneeName: null,
  changedBy: null,
  changedAt: null,
};
const priority: InboxPriority = {
  score: 3,
  reach: { value: 1, items: 1 },
  severity: { value: 3, by: 'choice' },
  freshness: { value: 1, days: 0 },
};
const item: InboxItem = {
  ...untouched,
  kind: 'feedback',
  app: 'orders',
  route: '/orders/:id',
  at: '2026-11-22',
  choice: 'slowed',
  priority,
  members: [{ id: other, revision: 2, by: 'machine' }],
};

test('a page of the inbox and an item with its group have the form that the desk reads', () => {
  const counts = {
    total: 1,
    isComplete: true,
    kind: { feedback: 1 },
    state: { new: 1 },
    app: { orders: 1 },
    choice: {},
    assignee: {},
  };
  const page: InboxPage = {
    ...{ items: [item], next: null, counts, people: [{ id: other, name: 'Ada' }], me: other, since: 4 },
    released: '2026-11-22T11:00:00.000Z',
  };
  expect(inboxPage.parse(page)).toEqual(page);
  const { priority: _, members: __, ...content } = item;
  expect(inboxDetail.safeParse({ item, members: [{ ...content, by: 'person' }] }).success).toBe(true);
});

test('what undoes a change is itself a change that can be sent', () => {
  const undo: InboxChange = { id, revision: 1, action: { do: 'restore', status: untouched.status } };
  const reply: InboxChangeReply = {
    results: [
      { ok: true, ...untouched, revision: 1, undo },
      { ok: false, id, why: 'unknown-item', detail: 'It was withdrawn.', present: null },
    ],
  };
  expect(inboxChangeReply.parse(reply)).toEqual(reply);
  expect(inboxChangeRequest.safeParse({ changes: [undo] }).success).toBe(true);
  const changes: InboxChanges = {
    changed: [untouched],
    gone: [other],
    hasNew: false,
    since: 9,
    released: '2026-11-22T11:00:00.000Z',
  };
  expect(inboxChanges.parse(changes)).toEqual(changes);
});

test('a request names an item once, and at most so many', () => {
  const change = (nth: number): InboxChange => ({
    id: `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`,
    revision: 0,
    action: { do: 'close', reason: 'done' },
  });
  const many = Array.from({ length: MAX_CHANGES_AT_ONCE }, (_, nth) => change(nth));
  expect(inboxChangeRequest.safeParse({ changes: many }).success).toBe(true);
  expect(inboxChangeRequest.safeParse({ changes: [...many, change(MAX_CHANGES_AT_ONCE)] }).success).toBe(false);
  expect(inboxChangeRequest.safeParse({ changes: [change(1), change(1)] }).success).toBe(false);
});
