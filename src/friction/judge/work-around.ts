import type { Finding } from '../finding.ts';
import type { Judge } from '../judge.ts';

/**
 * What people may do because the app does not. Always "possible": a person confirms it.
 *
 * | form | rule | source |
 * |---|---|---|
 * | copy-paste | copied, left the app for 20 to 300 s, came back, pasted within 60 s | under 20 s is a glance, over 300 s another task; what was copied is never read |
 * | export-import | a download, then a file given to the app within 8 h | editing outside what the app cannot edit |
 * | skipped-step | the same mandatory step of a task skipped ≥ 3 times | once is a slip, again and again is a way |
 */
export const AWAY = { least: 20_000, most: 300_000 };
const PASTE_WITHIN = 60_000;
export const IMPORT_WITHIN = 8 * 3_600_000;
export const SKIPS = 3;

interface State {
  copied: number | null;
  away: number | null;
  /** Back after so long, having copied before. */
  back: { at: number; ms: number } | null;
  exported: number | null;
  skips: Record<string, number>;
}

export const workAround: Judge<State> = {
  start: { copied: null, away: null, back: null, exported: null, skips: {} },
  hear(state, fact) {
    if (fact.is === 'copied') return { state: { ...state, copied: fact.at, back: null } };
    if (fact.is === 'away') return { state: { ...state, away: fact.at } };
    if (fact.is === 'back') return { state: { ...state, away: null, back: cameBack(state, fact.at) } };
    if (fact.is === 'exported') return { state: { ...state, exported: fact.at } };
    if (fact.is === 'pasted' && state.back && fact.at - state.back.at <= PASTE_WITHIN)
      return { state: { ...state, copied: null, back: null }, found: [possible('copy-paste', fact.at, state.back.ms)] };
    if (fact.is === 'imported' && state.exported !== null && fact.at - state.exported <= IMPORT_WITHIN)
      return { state: { ...state, exported: null }, found: [possible('export-import', fact.at, fact.at - state.exported)] };
    if (fact.is === 'skipped') {
      const key = `${fact.task}/${fact.step}`;
      const times = (state.skips[key] ?? 0) + 1;
      const next = { ...state, skips: { ...state.skips, [key]: times } };
      return times === SKIPS ? { state: next, found: [{ ...possible('skipped-step', fact.at), count: times }] } : { state: next };
    }
    return { state };
  },
};

function cameBack({ copied, away }: State, at: number): State['back'] {
  if (copied === null || away === null || copied > away) return null;
  const ms = at - away;
  return ms >= AWAY.least && ms <= AWAY.most ? { at, ms } : null;
}

const possible = (what: string, at: number, ms?: number): Finding => ({
  signal: 'possible-work-around',
  at,
  what,
  ...(ms !== undefined && { ms }),
});
