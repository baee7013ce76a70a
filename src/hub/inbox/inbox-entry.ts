import type { About, Choice, FeedbackEntry, FrictionEntry } from '../../model/entry/entry.ts';
import type { Share } from '../../model/hub-api/answer-figures.ts';
import type { BacklogControl } from '../../model/hub-api/backlog-item.ts';
import type { InboxStatus } from '../../model/hub-api/inbox-status.ts';

/** An item of the inbox with all that the list is made of, before it is described to the desk. */
export interface InboxEntry {
  id: string;
  kind: 'feedback' | 'page-issue';
  app: string;
  route: string;
  /** The same for the same control of a page, or for the page. It is not shown. */
  place: string;
  control?: BacklogControl;
  /** The UTC day. */
  at: string;
  choice?: Choice;
  words?: string;
  contact?: string;
  about?: About;
  absence?: NonNullable<FeedbackEntry['absence']>;
  guideTitle?: string;
  stepTitle?: string;
  signal?: FrictionEntry['signal'];
  share?: Share;
  since?: string;
  status: InboxStatus;
  revision: number;
  changedBy: string | null;
  changedAt: Date | null;
}

/** An item at the head of those that are grouped with it. */
export interface Row {
  head: InboxEntry;
  others: readonly InboxEntry[];
}
