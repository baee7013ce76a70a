import type { Finding } from '../../finding.ts';
import type { Judge } from '../../judge.ts';

/**
 * What people may do because the app cannot. It is always "possible": a person has to confirm it.
 *
 * | form | rule | source |
 * |---|---|---|
 * | copy-paste | copied, left the app for 20 to 300 s, came back, pasted within 60 s | less than 20 s is a glance, more than 300 s another task; the copied text is never read |
 * | export-import | a download, then a file imported into the app within 8 h | editing outside what the app cannot edit |
 * | skipped-step | the same mandatory step of a task skipped ≥ 3 times | once is a slip, repeatedly it is a habit |
 */
const AWAY_MS = { min: 20_000, max: 300_000 };
const PASTE_WITHIN_MS = 60_000;
const IMPORT_WITHIN_MS = 8 * 3_600_000;
const MIN_SKIPS = 3;

interface State {
  copiedAt: number | null;
  awayAt: number | null;
  /** The return after copying, with the time away. */
  back: { at: number; ms: number } | null;
  exportedAt: number | null;
  skips: Record<string, number>;
}

export const workAround: Judge<State> = {
  initial: { copiedAt: null, awayAt: null, back: null, exportedAt: null, skips: {} },
  judge(state, fact) {
    if (fact.is === 'copied') return { state: { ...state, copiedAt: fact.at, back: null } };
    if (fact.is === 'away') return { state: { ...state, awayAt: fact.at } };
    if (fact.is === 'back') return { state: { ...state, awayAt: null, back: returnAfter(state, fact.at) } };
    if (fact.is === 'exported') return { state: { ...state, exportedAt: fact.at } };
    if (fact.is === 'pasted' && state.back && fact.at - state.back.at <= PASTE_WITHIN_MS)
      return {
        state: { ...state, copiedAt: null, back: null },
        findings: [possibleWorkAround('copy-paste', fact.at, state.back.ms)],
      };
    if (fact.is === 'imported' && state.exportedAt !== null && fact.at - state.exportedAt <= IMPORT_WITHIN_MS)
      return {
        state: { ...state, exportedAt: null },
        findings: [possibleWorkAround('export-import', fact.at, fact.at - state.exportedAt)],
      };
    if (fact.is === 'skipped') {
      const key = `${fact.task}/${fact.step}`;
      const times = (state.skips[key] ?? 0) + 1;
      const next = { ...state, skips: { ...state.skips, [key]: times } };
      return times === MIN_SKIPS
        ? { state: next, findings: [{ ...possibleWorkAround('skipped-step', fact.at), count: times }] }
        : { state: next };
    }
    return { state };
  },
};

function returnAfter({ copiedAt, awayAt }: State, at: number): State['back'] {
  if (copiedAt === null || awayAt === null || copiedAt > awayAt) return null;
  const ms = at - awayAt;
  return ms >= AWAY_MS.min && ms <= AWAY_MS.max ? { at, ms } : null;
}

const possibleWorkAround = (what: string, at: number, ms?: number): Finding => ({
  signal: 'possible-work-around',
  at,
  what,
  ...(ms !== undefined && { ms }),
});
