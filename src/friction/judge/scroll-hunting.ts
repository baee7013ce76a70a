import type { Judge } from '../judge.ts';

/**
 * Up and down the page, looking for something.
 *
 * | rule | value | source |
 * |---|---|---|
 * | reversals of direction | ≥ 6 in 10 s | OpenReplay and Clarity count bursts of scrolling; reversals leave out reading |
 * | a reversal counts | after ≥ ½ viewport the other way | less is a correction |
 * | once | until 10 s pass without | |
 */
export const TIMES = 6;
export const WITHIN = 10_000;
const FAR = 0.5;

interface Box {
  /** Where the present direction began. */
  turned: number;
  /** The farthest it got. */
  far: number;
  way: 1 | -1;
  reversals: number[];
  told: number | null;
}
type State = Record<string, Box>;

export const scrollHunting: Judge<State> = {
  start: {},
  hear(state, fact) {
    if (fact.is !== 'scrolled') return { state };
    const box = state[fact.box];
    if (!box) return { state: { ...state, [fact.box]: { turned: fact.top, far: fact.top, way: 1, reversals: [], told: null } } };
    const next = moved(box, fact.top, fact.at);
    const tells = next.reversals.length >= TIMES && (box.told === null || fact.at - box.told > WITHIN);
    const held = { ...state, [fact.box]: tells ? { ...next, told: fact.at } : next };
    if (!tells) return { state: held };
    return { state: held, found: [{ signal: 'scroll-hunting', at: next.reversals[0]!, count: next.reversals.length }] };
  },
};

function moved(box: Box, top: number, at: number): Box {
  const reversals = box.reversals.filter((one) => at - one <= WITHIN);
  if ((top - box.far) * box.way >= 0) return { ...box, far: top, reversals };
  if (Math.abs(top - box.far) < FAR) return { ...box, reversals };
  const counts = Math.abs(box.far - box.turned) >= FAR;
  return { ...box, turned: box.far, far: top, way: box.way === 1 ? -1 : 1, reversals: counts ? [...reversals, at] : reversals };
}
