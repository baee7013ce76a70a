import { withValueAt } from '../../model/fault/minimal-value.ts';
import { memberOf } from '../../model/fault/schema-at.ts';
import type { StepNotes, StudioDraft } from '../../model/studio/studio-draft.ts';
import type { Text } from '../../model/text/text.ts';
import type { DraftEdit, EditRefusal, EditResult, StepEdit } from './draft-edit.ts';
import { editSteps } from './edit-steps.ts';
import { withWording } from './edit-text.ts';
import { judgeGuide } from './judge-guide.ts';

/**
 * The draft after an edit: its guide fits the schema and its references are whole, or the edit is refused. The draft that was given stays
 * as it is, so that going back to it undoes the edit exactly.
 */
export function editDraft(draft: StudioDraft, edit: DraftEdit): EditResult {
  if (edit.is === 'drop-offer') return { ok: true, draft: { ...draft, notes: withoutOffer(draft.notes, edit) } };
  const edited = editGuide(draft, edit);
  if ('why' in edited) return { ok: false, ...edited };
  const judged = judgeGuide(edited.guide);
  if (!judged.ok) return { ok: false, why: 'not-valid', faults: judged.faults };
  return { ok: true, draft: { ...draft, guide: judged.guide, notes: notesOf(draft, judged.guide, edit) } };
}

function editGuide({ guide, language }: StudioDraft, edit: Exclude<DraftEdit, DropOffer>): { guide: unknown } | EditRefusal {
  switch (edit.is) {
    case 'set':
      return { guide: withValueAt(guide, edit.path, edit.value) };
    case 'set-text': {
      const current = edit.path.reduce(memberOf, guide as unknown) as Text | undefined;
      const changed = withWording(current, { language: edit.language, text: edit.wording }, language);
      return { guide: withValueAt(guide, edit.path, changed) };
    }
    default:
      return editWalkthrough(guide, edit, language);
  }
}

function editWalkthrough(guide: StudioDraft['guide'], edit: StepEdit, base: string): { guide: unknown } | EditRefusal {
  if (guide.kind !== 'walkthrough') return { why: 'no-steps' };
  const steps = editSteps(guide.steps, edit, base);
  return Array.isArray(steps) ? { guide: { ...guide, steps } } : steps;
}

type DropOffer = Extract<DraftEdit, { is: 'drop-offer' }>;

function withoutOffer(notes: StudioDraft['notes'], { step, offer }: DropOffer): StudioDraft['notes'] {
  const noted = notes[step];
  if (!noted?.offers?.includes(offer)) return notes;
  const offers = noted.offers.filter((one) => one !== offer);
  return { ...notes, [step]: offers.length > 0 ? { ...noted, offers } : copyOf(noted) };
}

/** Notes go with their steps; those of a merged step are of the control that it has. A copy has the notes of its original, but no offers. */
function notesOf({ guide, notes }: StudioDraft, changed: StudioDraft['guide'], edit: DraftEdit): StudioDraft['notes'] {
  if (guide.kind !== 'walkthrough' || changed.kind !== 'walkthrough' || !('step' in edit)) return notes;
  const after = changed.steps.map(({ id }) => id);
  const deleted = guide.steps.filter(({ id }) => !after.includes(id));
  const added = after.filter((id) => !guide.steps.some((step) => step.id === id));
  const original = notes[edit.step];
  const remaining = Object.entries(notes).filter(([id]) => !deleted.some((step) => step.id === id));
  const copied = original ? added.map((id): [string, StepNotes] => [id, copyOf(original)]) : [];
  const isShownBySecond = edit.is === 'merge' && !guide.steps.find(({ id }) => id === edit.step)?.anchor;
  const [second] = isShownBySecond ? deleted.flatMap(({ id }) => notes[id] ?? []) : [];
  return Object.fromEntries([...remaining, ...copied, ...(second ? [[edit.step, second] as const] : [])]);
}

const copyOf = ({ offers: _, ...notes }: StepNotes): StepNotes => notes;
