import type { InboxAction, InboxRefusal } from '../../model/hub-api/inbox-changes.ts';
import type { InboxStatus } from '../../model/hub-api/inbox-status.ts';

/** The status of an item that nobody has touched. */
export const UNTOUCHED: InboxStatus = {
  state: 'new',
  snoozedUntil: null,
  reason: null,
  mergedInto: null,
  isApart: false,
  assignee: null,
};

export type ActionResult = { ok: true; status: InboxStatus } | { ok: false; why: InboxRefusal };

const refused = (why: InboxRefusal): ActionResult => ({ ok: false, why });

/**
 * The status of an item after an action. What was merged follows the item that it was merged into, so nothing but taking it out again can
 * be done with it.
 *
 * | action  | state after           | refused if                                         |
 * |---------|-----------------------|----------------------------------------------------|
 * | assign  | as before; new is open  | it is merged                                       |
 * | state   | as asked              | it is merged                                       |
 * | snooze  | snoozed               | it is merged, or the day is not in the future      |
 * | close   | closed                | it is merged                                       |
 * | merge   | merged                | it is merged                                       |
 * | split   | open, and apart       | it stands apart already                            |
 * | restore | as it was             | its fields contradict each other                   |
 *
 * @param today the UTC day
 */
export function applyAction(status: InboxStatus, action: InboxAction, today: string): ActionResult {
  if (action.do === 'restore') return isWhole(action.status) ? { ok: true, status: action.status } : refused('malformed-status');
  if (action.do === 'split') return split(status);
  if (status.state === 'merged') return refused('is-merged');
  const { state, isApart } = status;
  if (action.do === 'assign')
    return { ok: true, status: { ...status, state: state === 'new' ? 'open' : state, assignee: action.assignee } };
  const base = { ...UNTOUCHED, assignee: status.assignee, isApart };
  if (action.do === 'state') return { ok: true, status: { ...base, state: action.state } };
  if (action.do === 'close') return { ok: true, status: { ...base, state: 'closed', reason: action.reason } };
  if (action.do === 'merge') return { ok: true, status: { ...base, state: 'merged', mergedInto: action.into } };
  if (action.until <= today) return refused('in-the-past');
  return { ok: true, status: { ...base, state: 'snoozed', snoozedUntil: action.until } };
}

/** What was in a group by similarity keeps its state; what was merged had the state of another item, and is open. */
function split(status: InboxStatus): ActionResult {
  if (status.state === 'merged') return { ok: true, status: { ...status, state: 'open', mergedInto: null, isApart: true } };
  return status.isApart ? refused('not-in-group') : { ok: true, status: { ...status, isApart: true } };
}

/** Each state has its own field, and no other. */
const isWhole = ({ state, snoozedUntil, reason, mergedInto }: InboxStatus): boolean =>
  (state === 'snoozed') === (snoozedUntil !== null) &&
  (state === 'closed') === (reason !== null) &&
  (state === 'merged') === (mergedInto !== null);
