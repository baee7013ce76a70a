import type { Judge } from '../judge.ts';

/**
 * Undo, cancel or reset again and again.
 *
 * | rule | value | source |
 * |---|---|---|
 * | presses of undo, cancel or reset | ≥ 3 in 30 s | steps taken back one after the other say that none of them was meant |
 * | once | until 30 s pass without | |
 */
export const TIMES = 3;
export const WITHIN = 30_000;

interface State {
  undone: number[];
  told: number | null;
}

export const undoLoop: Judge<State> = {
  start: { undone: [], told: null },
  hear(state, fact) {
    if (fact.is !== 'undone') return { state };
    const undone = [...state.undone.filter((at) => fact.at - at <= WITHIN), fact.at];
    const told = state.told !== null && fact.at - state.told <= WITHIN ? fact.at : null;
    if (undone.length < TIMES || told !== null) return { state: { undone, told } };
    return {
      state: { undone, told: fact.at },
      found: [{ signal: 'undo-loop', at: undone[0]!, count: undone.length }],
    };
  },
};
