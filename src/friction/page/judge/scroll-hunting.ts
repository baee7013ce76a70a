import type { Judge } from '../../judge.ts';

/**
 * Up and down the page, looking for something.
 *
 * | rule | value | source |
 * |---|---|---|
 * | reversals of direction | ≥ 6 in 10 s | OpenReplay and Clarity count bursts of scrolling; reversals leave out reading |
 * | a reversal counts | after ≥ ½ viewport the other way | less is a correction |
 * | once | until 10 s pass without | |
 */
export const MIN_REVERSALS = 6;
export const WITHIN_MS = 10_000;
const MIN_TURN_VIEWPORTS = 0.5;

interface Box {
  /** Where the present direction began. */
  turnedAtTop: number;
  /** The farthest it got. */
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
    const tells = next.reversals.length >= MIN_REVERSALS && (box.reportedAt === null || fact.at - box.reportedAt > WITHIN_MS);
    const held = { ...state, [fact.box]: tells ? { ...next, told: fact.at } : next };
    if (!tells) return { state: held };
    return { state: held, findings: [{ signal: 'scroll-hunting', at: next.reversals[0]!, count: next.reversals.length }] };
  },
};

function applyScroll(box: Box, top: number, at: number): Box {
  const reversals = box.reversals.filter((one) => at - one <= WITHIN_MS);
  if ((top - box.farthestTop) * box.direction >= 0) return { ...box, farthestTop: top, reversals };
  if (Math.abs(top - box.farthestTop) < MIN_TURN_VIEWPORTS) return { ...box, reversals };
  const counts = Math.abs(box.farthestTop - box.turnedAtTop) >= MIN_TURN_VIEWPORTS;
  return {
    ...box,
    turnedAtTop: box.farthestTop,
    farthestTop: top,
    direction: box.direction === 1 ? -1 : 1,
    reversals: counts ? [...reversals, at] : reversals,
  };
}
