import type { ControlSighting } from '../../probe/control-sighting.ts';

/**
 * What came of an anchor. Beside what the locator says: `not-seen`, a control that decides whether or where a guide goes on and was not there,
 * which is as right as its being there; `other-page`, the walk did not come to its page; `not-reached`, the walk ended before.
 */
export type AnchorState = ControlSighting['state'] | 'not-seen' | 'other-page' | 'not-reached';

/** One anchor of the pack. */
export interface AnchorReport {
  /** Where in the pack, as in `guides[1].steps[2].anchor`. */
  path: string;
  guide: string;
  step?: string;
  /** What the anchor is for, as in `control` or `branch 1`. */
  use: string;
  /** The control as its author wrote it, as in `button "Save"`. */
  control: string;
  state: AnchorState;
  reason: string;
  /** Path of the page where it was looked for, without its query. */
  page?: string;
  /** Milliseconds until it was found. */
  ms?: number;
}

/**
 * One guide. A walkthrough is `walked` to its end, `held` before an act that was not allowed, or `stopped` by something wrong; the anchors of
 * another guide are `examined`.
 */
export interface GuideReport {
  guide: string;
  kind: string;
  title: string;
  outcome: 'walked' | 'held' | 'stopped' | 'examined';
  reason?: string;
  anchors: AnchorReport[];
}

export interface CheckReport {
  pack: string;
  version: number;
  app: string;
  url: string;
  startedAt: string;
  seconds: number;
  summary: Record<AnchorState, number>;
  guides: GuideReport[];
}

export const ANCHOR_STATES: readonly AnchorState[] = [
  'found',
  'weak',
  'ambiguous',
  'hidden',
  'absent',
  'other-page',
  'not-seen',
  'not-reached',
];

/** States in which a person who follows the guide would not be shown the control. */
const FAILURES: ReadonlySet<AnchorState> = new Set(['weak', 'ambiguous', 'hidden', 'absent', 'other-page']);

export const isFailure = ({ state }: Pick<AnchorReport, 'state'>): boolean => FAILURES.has(state);

/** Would a person be let down by the guide? One that is `held` was right as far as it was followed. */
export const hasFailed = ({ outcome, anchors }: GuideReport): boolean => anchors.some(isFailure) || outcome === 'stopped';

export function summarize(guides: readonly GuideReport[]): Record<AnchorState, number> {
  const anchors = guides.flatMap((one) => one.anchors);
  return Object.fromEntries(ANCHOR_STATES.map((state) => [state, anchors.filter((one) => one.state === state).length])) as Record<
    AnchorState,
    number
  >;
}
