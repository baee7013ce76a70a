import type { Progress } from '../../model/person/progress.ts';
import type { WalkOwner } from '../storage/schemas.ts';

/** How far a walkthrough is, and which open tab has it. */
export interface WalkSessionState {
  progress: Progress | null;
  owner: WalkOwner | null;
  /** When the last walkthrough ended, in milliseconds since the epoch. */
  endedAt: number;
}

export interface WalkTransition {
  /** What the tab gets: the walkthrough goes on there, is offered there, or is not mentioned; for a report, whether it is accepted. */
  result: 'here' | 'offered' | 'nothing' | 'accepted' | 'refused';
  state: WalkSessionState;
  /** Tabs that have to ask anew. */
  notify?: number | 'all';
}

/**
 * A tab asks for the walkthrough of its app. A walkthrough goes on in one tab at a time:
 *
 * | the tab                                                 | result  | owner afterwards                              |
 * |---------------------------------------------------------|---------|-----------------------------------------------|
 * | has it                                                  | here    | the same                                      |
 * | is in front, and no open tab has it                     | here    | this tab                                      |
 * | is not in front, and no open tab has it                 | nothing | nobody                                        |
 * | declined it before                                      | nothing | the same                                      |
 * | was opened from the one that has it, for the step there | here    | this tab, until it closes; then the opener    |
 * | is any other                                            | offered | the same                                      |
 *
 * @param follows the tab was opened from the owner, and the step belongs there and not in the opener
 */
export function onTabAsks(state: WalkSessionState, tab: { id: number; isActive: boolean }, follows: boolean): WalkTransition {
  const { owner } = state;
  if (owner?.tab === tab.id) return { result: 'here', state };
  if (!owner) {
    if (!tab.isActive) return { result: 'nothing', state };
    return { result: 'here', state: { ...state, owner: { tab: tab.id, declined: [] } } };
  }
  if (owner.declined.includes(tab.id)) return { result: 'nothing', state };
  if (!follows) return { result: 'offered', state };
  return { result: 'here', state: { ...state, owner: { tab: tab.id, from: owner.tab, declined: [] } }, notify: owner.tab };
}

export interface WalkReport {
  /** Null when the walkthrough is over. */
  progress: Progress | null;
  /** True: it goes on in this tab wherever it was. False: the person does not want it in this tab. */
  take?: boolean | undefined;
  tab: number;
  now: number;
}

/** Longest time by which two messages change places: no worker takes longer to start. In milliseconds. */
const REORDER_WINDOW_MS = 60_000;

/**
 * A tab reports how far the walkthrough is. The first row that applies decides:
 *
 * | the report                                            | result   | afterwards                                              |
 * |-------------------------------------------------------|----------|---------------------------------------------------------|
 * | declines it (`take: false`)                           | accepted | it is not mentioned in this tab until it moves          |
 * | comes from a tab that does not have it, without `take` | refused  | the same                                                |
 * | is older than what is known, without `take`           | refused  | the same                                                |
 * | a step                                                | accepted | the tab has it; a tab that had it is notified           |
 * | the end                                               | accepted | nobody has it; every tab is notified                    |
 */
export function onReport(state: WalkSessionState, { progress, take, tab, now }: WalkReport): WalkTransition {
  const { owner } = state;
  if (take === false)
    return { result: 'accepted', state: { ...state, owner: owner && { ...owner, declined: [...owner.declined, tab] } } };
  const moves = owner !== null && owner.tab !== tab;
  if (!take && (moves || (progress !== null && isOutdated(progress, state)))) return { result: 'refused', state };
  if (!progress) return { result: 'accepted', state: { progress, owner: null, endedAt: now }, notify: 'all' };
  const next = { ...state, progress, owner: moves || !owner ? { tab, declined: [] } : owner };
  return { result: 'accepted', state: next, ...(moves && { notify: owner.tab }) };
}

/** The tab that had it closed: it goes back to the tab that one was opened from, or waits for a tab in front. */
export function onOwnerClosed(state: WalkSessionState, openerTab: number | undefined): WalkTransition {
  const owner = openerTab === undefined ? null : { tab: openerTab, declined: [] };
  return { result: 'accepted', state: { ...state, owner }, notify: 'all' };
}

/**
 * Two messages that wake the worker may change places: what was sent later holds. Only within the window, since a clock may be set
 * back.
 */
function isOutdated({ at }: Progress, { progress, endedAt }: WalkSessionState): boolean {
  const last = Math.max(endedAt, progress?.at ?? 0);
  return at < last && last - at < REORDER_WINDOW_MS;
}
