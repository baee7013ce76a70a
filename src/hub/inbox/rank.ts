import type { Choice, FrictionEntry } from '../../model/entry/entry.ts';
import type { Share } from '../../model/hub-api/answer-figures.ts';
import type { InboxPriority } from '../../model/hub-api/inbox.ts';

/** How much a choice says that somebody's work is held up. */
const BY_CHOICE: Record<Choice, number> = { slowed: 3, missing: 3, confused: 2, idea: 1, works: 0.5 };

/** A guide could not show the control of its step. */
const ABSENT = 2;

type Signal = FrictionEntry['signal'];

/** What a page does, by how much of somebody's work is lost. */
const BY_SIGNAL: Record<Signal, number> = {
  'form-abandonment': 3,
  're-entry': 3,
  'repeated-invalid': 3,
  'possible-work-around': 2,
  'error-click': 3,
  'no-response': 2,
  'slow-response': 2,
  'undo-loop': 2,
  'page-loop': 2,
  'repeated-search': 2,
  'repeat-click': 1.5,
  'quick-back': 1,
  'scroll-hunting': 1,
};

/** After so many days an item has half of the weight that it had. */
const HALF_LIFE_DAYS = 14;

/** No page issue is of fewer people than the gateway publishes. */
const LEAST_PEOPLE = 10;

const DAY_MS = 86_400_000;

/** What the place of a row follows from. */
export interface RankFacts {
  /** Of feedback: how many items are in the row, and the choices of all of them. */
  items?: number;
  choices?: readonly Choice[];
  isAbsent?: boolean;
  /** Of a page issue. */
  signal?: Signal;
  share?: Share;
  /** The day of the newest of them. */
  newest: string;
}

/**
 * Reach × severity × freshness, with its parts.
 *
 * | part      | of feedback                                      | of a page issue                                          |
 * |-----------|--------------------------------------------------|----------------------------------------------------------|
 * | reach     | log2(1 + items)                                  | log2(1 + share in percent), at least as of ten           |
 * | severity  | of the gravest choice, or that a control was absent | of the signal                                         |
 * | freshness | halves every 14 days from the newest on          | the same                                                 |
 */
export function rank(facts: RankFacts, today: string): InboxPriority {
  const days = Math.max(0, Math.round((Date.parse(today) - Date.parse(facts.newest)) / DAY_MS));
  const freshness = { value: round(2 ** (-days / HALF_LIFE_DAYS)), days };
  const [reach, severity] = [reachOf(facts), severityOf(facts)];
  return { score: round(reach.value * severity.value * freshness.value), reach, severity, freshness };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

function reachOf({ items, share }: RankFacts): InboxPriority['reach'] {
  if (share === undefined) return { value: round(Math.log2(1 + (items ?? 1))), items: items ?? 1 };
  const percent = share === 'most' ? 100 : typeof share === 'number' ? share : 0;
  return { value: round(Math.log2(1 + Math.max(LEAST_PEOPLE, percent))), share };
}

function severityOf({ choices = [], isAbsent, signal }: RankFacts): InboxPriority['severity'] {
  if (signal) return { value: BY_SIGNAL[signal], by: 'signal' };
  const gravest = Math.max(0.5, ...choices.map((one) => BY_CHOICE[one]));
  return isAbsent && gravest < ABSENT ? { value: ABSENT, by: 'absence' } : { value: gravest, by: 'choice' };
}
