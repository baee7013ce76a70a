import type { Anchor } from '../../model/pack/anchor.ts';
import type { Step } from '../../model/pack/step.ts';
import type { ObservedAct, RecorderReport } from '../../model/studio/observed-act.ts';
import type { StudioDraft } from '../../model/studio/studio-draft.ts';
import { instructionFor } from './draft-instruction.ts';

/**
 * Enter in a field that was just filled in completes the step of that field, and is no step of its own: whoever follows the guide has
 * pressed it by then. The note `enter` of the field's step names the act, by which later reports still call it.
 */
interface Recording {
  steps: Step[];
  notes: StudioDraft['notes'];
}

/** The same control, as two acts in a row have described it. */
const isSameControl = (one: Anchor | undefined, other: Anchor): boolean =>
  JSON.stringify([one?.role, one?.name, one?.route, one?.traits?.ids, one?.traits?.name]) ===
  JSON.stringify([other.role, other.name, other.route, other.traits?.ids, other.traits?.name]);

/** The recording with this act as a part of the step before it; undefined if it is a step of its own. */
export function withEnterInField({ steps, notes }: Recording, act: ObservedAct, language: string): Recording | undefined {
  if (act.kind !== 'press-key' || act.key !== 'Enter') return undefined;
  const at = steps.findLastIndex(({ id }) => (notes[id]?.recordedAt ?? 0) <= act.at);
  const field = steps[at];
  if (field?.advance.on !== 'input' || !isSameControl(field.anchor, act.anchor)) return undefined;
  const { id, title, body } = field;
  return {
    steps: steps.with(at, { ...field, ...instructionWithEnter(act, language) }),
    notes: { ...notes, [id]: { ...notes[id], enter: { act: act.id, title: String(title), body: String(body) } } },
  };
}

/** How a field is filled in and sent off. */
export const instructionWithEnter = (act: ObservedAct, language: string) =>
  instructionFor({ ...act, kind: 'input', key: 'Enter' }, language);

/** The recording once the page has done nothing on Enter. */
export function withoutEnter({ steps, notes }: Recording, fieldId: string): Recording {
  const { enter, ...own } = notes[fieldId] ?? {};
  if (!enter) return { steps, notes };
  const { title, body } = enter;
  return {
    steps: steps.map((step) => (step.id === fieldId ? { ...step, title, body } : step)),
    notes: { ...notes, [fieldId]: own },
  };
}

/** Id of the field's step that this act is a part of. */
export const fieldOfEnter = (notes: StudioDraft['notes'], act: string): string | undefined =>
  Object.entries(notes).find(([, { enter }]) => enter?.act === act)?.[0];

/** The report with the ids of steps in place of those of acts that are a part of them. */
export function byStep(report: RecorderReport, notes: StudioDraft['notes']): RecorderReport {
  const stepOf = (act: string) => fieldOfEnter(notes, act) ?? act;
  if (report.is !== 'navigated' && report.is !== 'undone') return report;
  const by = report.by && { by: stepOf(report.by) };
  return report.is === 'navigated' ? { ...report, ...by } : { ...report, act: stepOf(report.act), ...by };
}
