import type { InboxAction } from '../../../model/hub-api/inbox-changes.ts';
import type { InboxStatus } from '../../../model/hub-api/inbox-status.ts';

/** The status that an item is shown with until the hub has answered. */
export function expectedStatus(status: InboxStatus, action: InboxAction): InboxStatus {
  const { state, assignee, isApart } = status;
  const base = { snoozedUntil: null, reason: null, mergedInto: null, assignee, isApart };
  switch (action.do) {
    case 'assign':
      return { ...status, assignee: action.assignee, state: state === 'new' ? 'open' : state };
    case 'state':
      return { ...base, state: action.state };
    case 'snooze':
      return { ...base, state: 'snoozed', snoozedUntil: action.until };
    case 'close':
      return { ...base, state: 'closed', reason: action.reason };
    case 'merge':
      return { ...base, state: 'merged', mergedInto: action.into };
    case 'split':
      return { ...status, mergedInto: null, isApart: true, state: state === 'merged' ? 'open' : state };
    case 'restore':
      return action.status;
  }
}
