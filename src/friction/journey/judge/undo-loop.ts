import type { Judge } from '../../judge.ts';

/**
 * Undo, cancel or reset, again and again.
 *
 * | rule | value | source |
 * |---|---|---|
 * | presses of undo, cancel or reset | ≥ 3 in 30 s | steps undone one after the other show that none of them was intended |
 * | reported | once, until 30 s pass without | |
 */
const MIN_UNDOS = 3;
const WITHIN_MS = 30_000;

interface State {
  undoneAt: number[];
  reportedAt: number | null;
}

export const undoLoop: Judge<State> = {
  initial: { undoneAt: [], reportedAt: null },
  judge(state, fact) {
    if (fact.is !== 'undone') return { state };
    const undoneAt = [...state.undoneAt.filter((at) => fact.at - at <= WITHIN_MS), fact.at];
    const reportedAt = state.reportedAt !== null && fact.at - state.reportedAt <= WITHIN_MS ? fact.at : null;
    if (undoneAt.length < MIN_UNDOS || reportedAt !== null) return { state: { undoneAt, reportedAt } };
    return {
      state: { undoneAt, reportedAt: fact.at },
      findings: [{ signal: 'undo-loop', at: undoneAt[0]!, count: undoneAt.length }],
    };
  },
};
