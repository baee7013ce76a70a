import type { InboxAction } from '../../../model/hub-api/inbox-changes.ts';

type Value<Do extends InboxAction['do'], Field extends string> = Extract<InboxAction, { do: Do } & Record<Field, unknown>>;

/** The states that a person sets by themselves. */
export const settableStates: readonly Value<'state', 'state'>['state'][] = ['new', 'open', 'planned'];

/** The reasons for closing, the most frequent first. */
export const closeReasonsInOrder: readonly Value<'close', 'reason'>['reason'][] = [
  'done',
  'no-action-needed',
  'works-as-intended',
  'will-not-do',
  'not-actionable',
];
