import type { Judge } from '../../judge.ts';

/**
 * Scrolling up and down, looking for something.
 *
 * | rule | value | source |
 * |---|---|---|
 * | reversals of direction | ≥ 6 in 10 s | OpenReplay and Clarity count bursts of scrolling; counting reversals leaves out reading |
 * | a reversal counts | after ≥ ½ viewport in the other direction | less is a correction |
 * | reported | once, until 10 s pass without | |
 */
const MIN_REVERSALS = 6;
const WITHIN_MS = 10_000;
const MIN_TURN_VIEWPORTS = 0.5;

interface Box {
  /** Position where the current direction began. */
  turnedAtTop: number;
  /** The farthest position in this direction. */
  farthestTop: number;
  direction: 1 | -1;
  reversals: number[];
  reportedAt: number | null;
}
type State = Record<string, Box>;

export const scrollHunting: Judge<State> = {
  initial: {},
  judge(state, fact) {
    if (fact.is !== 'scrolled') return { state };
    const box = state[fact.box];
    if (!box)
      return {
        state: {
          ...state,
          [fact.box]: { turnedAtTop: fact.top, farthestTop: fact.top, direction: 1, reversals: [], reportedAt: null },
        },
      };
    const next = applyScroll(box, fact.top, fact.at);
    const isFound = next.reversals.length >= MIN_REVERSALS && (box.reportedAt === null || fact.at - box.reportedAt > WITHIN_MS);
    const boxes = { ...state, [fact.box]: isFound ? { ...next, reportedAt: fact.at } : next };
    if (!isFound) return { state: boxes };
    return { state: boxes, findings: [{ signal: 'scroll-hunting', at: next.reversals[0]!, count: next.reversals.length }] };
  },
};

function applyScroll(box: Box, top: number, at: number): Box {
  const reversals = box.reversals.filter((one) => at - one <= WITHIN_MS);
  if ((top - box.farthestTop) * box.direction >= 0) return { ...box, farthestTop: top, reversals };
  if (Math.abs(top - box.farthestTop) < MIN_TURN_VIEWPORTS) return { ...box, reversals };
  const isCounted = Math.abs(box.farthestTop - box.turnedAtTop) >= MIN_TURN_VIEWPORTS;
  return {
    ...box,
    turnedAtTop: box.farthestTop,
    farthestTop: top,
    direction: box.direction === 1 ? -1 : 1,
    reversals: isCounted ? [...reversals, at] : reversals,
  };
}
