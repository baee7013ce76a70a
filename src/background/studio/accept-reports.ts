import type { Refusal } from '../../messaging/result.ts';
import { explainFault } from '../../model/fault/explain-fault.ts';
import type { Fault } from '../../model/fault/fault.ts';
import type { RecorderReport } from '../../model/studio/observed-act.ts';
import type { StudioDraft } from '../../model/studio/studio-draft.ts';
import { judgeDraft, readDraft } from './judge-draft.ts';

type Missed = Extract<RecorderReport, { is: 'missed' }>;

/** A report of which nothing was taken, and why. */
export interface RefusedReport {
  report: RecorderReport;
  fault: Fault;
}

interface Accepted<T> {
  state: T;
  refused: RefusedReport[];
}

/**
 * Applies reports of a recorder one by one. The page is not trusted: of a report after which the draft would be none, or which is about a
 * step that was not recorded, nothing is taken.
 */
export function acceptReports<T>(
  before: T,
  reports: readonly RecorderReport[],
  { draftOf, apply }: { draftOf: (state: T) => StudioDraft; apply: (state: T, report: RecorderReport) => T },
): Accepted<T> {
  const refused: RefusedReport[] = [];
  let state = before;
  // A draft whose references are broken already may still be recorded into: its author sees them in the editor.
  const judge = judgeDraft(draftOf(before)).ok ? judgeDraft : readDraft;
  for (const report of reports) {
    const fault = foreignFault(draftOf(state), report);
    const next = fault ? state : apply(state, report);
    const judged = next === state ? undefined : judge(draftOf(next));
    if (fault) refused.push({ report, fault });
    else if (judged && !judged.ok) refused.push({ report, fault: judged.faults[0]! });
    else state = next;
  }
  return { state, refused };
}

/** Acts of which nothing was taken, as they are shown to the person. */
export const missedByRefusal = (refused: readonly RefusedReport[]): Missed[] =>
  refused.flatMap(({ report }) =>
    report.is === 'act' ? [{ is: 'missed' as const, id: report.act.id, why: 'failed' as const, at: report.act.at }] : [],
  );

/** The answer to whoever sent the reports. */
export const replyFor = (refused: readonly RefusedReport[]): { ok: true } | Refusal =>
  refused[0]
    ? { ok: false, why: `Of ${refused.length} reports nothing was taken: ${explainFault(refused[0].fault, 'the report')}` }
    : { ok: true };

/** Names of steps and of notes that are no acts. */
const RESERVED: readonly string[] = ['end', 'nothing-recorded', 'went-elsewhere', 'constructor'];

/** A report may change steps that were recorded, and none that somebody wrote. */
function foreignFault(draft: StudioDraft, report: RecorderReport): Fault | undefined {
  const ids = idsIn(report);
  const steps = draft.guide.kind === 'walkthrough' ? draft.guide.steps : [];
  const isByAuthor = (id: string) =>
    steps.some((step) => step.id === id) &&
    (Object.hasOwn(draft.notes, id) ? draft.notes[id] : undefined)?.recordedAt === undefined;
  const wrong = ids.find(({ id }) => RESERVED.includes(id) || isByAuthor(id));
  return (
    wrong && { path: wrong.path, reason: `is not an act of this recording: "${wrong.id}"`, remedy: 'Record the step again.' }
  );
}

function idsIn(report: RecorderReport): { path: string; id: string }[] {
  switch (report.is) {
    case 'act':
      return [{ path: 'act.id', id: report.act.id }];
    case 'removed':
      return [{ path: 'id', id: report.id }];
    case 'undone':
      return [{ path: 'act', id: report.act }, ...(report.by ? [{ path: 'by', id: report.by }] : [])];
    case 'navigated':
      return report.by ? [{ path: 'by', id: report.by }] : [];
    case 'missed':
      return [];
  }
}
