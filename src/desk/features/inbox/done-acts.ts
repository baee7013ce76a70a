import type { InboxChange } from '../../../model/hub-api/inbox-changes.ts';

/** What was done last, and how to take it back. */
export interface RevertibleAct {
  label: string;
  changes: readonly InboxChange[];
  /** Until when it is offered, in milliseconds since the epoch. */
  until: number;
}

/** Changes that were not made, with the reason. */
export interface RejectedAct {
  label: string;
  reason: string;
  changes: readonly InboxChange[];
}
