import type { Step } from '../../model/pack/step.ts';
import { isPlaceWithin } from '../../model/route/is-place-within.ts';
import type { ObservedAct, RecorderReport } from '../../model/studio/observed-act.ts';
import type { StepNotes, StudioDraft } from '../../model/studio/studio-draft.ts';
import type { AppKnowledge } from './app-knowledge.ts';
import { notesOfAct, stepOfAct, stepToGo } from './draft-step.ts';
import { byStep, fieldOfEnter, instructionWithEnter, withEnterInField, withoutEnter } from './enter-in-field.ts';
import { placeOfRoute } from './place-of-route.ts';
import { withoutData } from './without-data.ts';

export interface DraftContext extends AppKnowledge {
  /** Language of the app, in which instructions are drafted. */
  language: string;
}

/** A navigation so soon after an act is what the act did. */
const NAVIGATION_MS = 5000;
/** As many steps as a walkthrough may have. */
const MAX_STEPS = 50;
/** Stands in a recording until something was done: a walkthrough has at least one step. */
const NOTHING_RECORDED = 'nothing-recorded';
/** Key of the note that the person has gone to another page by themselves. */
const WENT_ELSEWHERE = 'went-elsewhere';

type Notes = StudioDraft['notes'];
type Recording = { steps: Step[]; notes: Notes };

/** The steps of a recording in which nothing was done yet. */
export const emptySteps = (): Step[] => [{ id: NOTHING_RECORDED, title: '…', body: '…', advance: { on: 'next' } }];

/** How many steps were recorded or written. */
export const countSteps = ({ guide }: Pick<StudioDraft, 'guide'>): number =>
  guide.kind === 'walkthrough' ? guide.steps.filter(({ id }) => id !== NOTHING_RECORDED).length : 0;

/**
 * The draft after a report of the recorder. Reports of several frames and pages may come in any order: steps stand in the order of their
 * acts. The same report twice changes nothing the second time. Whoever stores the result counts its revision.
 */
export function applyReport(draft: StudioDraft, observed: RecorderReport, context: DraftContext): StudioDraft {
  if (draft.guide.kind !== 'walkthrough') return draft;
  const report = byStep(withoutData(observed, context), draft.notes);
  const steps = draft.guide.steps.filter(({ id }) => id !== NOTHING_RECORDED);
  const after = applied({ steps, notes: draft.notes }, report, isNameWithheld(observed, report), context);
  const recorded = after.steps.length ? withEarlierReveals(after.steps) : emptySteps();
  return { ...draft, guide: { ...draft.guide, steps: recorded }, notes: after.notes };
}

/** A step is revealed by an earlier one, or by none that was recorded. */
const withEarlierReveals = (steps: readonly Step[]): Step[] =>
  steps.map(({ revealedBy, ...step }, at) => {
    const isEarlier = steps.slice(0, at).some(({ id }) => id === revealedBy);
    return isEarlier && revealedBy ? { ...step, revealedBy } : step;
  });

function applied(recording: Recording, report: RecorderReport, isWithheld: boolean, context: DraftContext): Recording {
  switch (report.is) {
    case 'act':
      return withAct(recording, report.act, isWithheld, context);
    case 'removed': {
      const field = fieldOfEnter(recording.notes, report.id);
      return field ? withoutEnter(recording, field) : withoutStep(recording, report.id);
    }
    case 'navigated':
      return withNavigation(recording, report);
    case 'undone':
      return withOffer(report.by ? withOffer(recording, report.by) : recording, report.act);
    case 'missed':
      return recording;
  }
}

/** What a row or an entry of a list says is data, and no author has to write it. */
const RECORD_ROLE = /^(row|listitem|option|treeitem|cell|gridcell|rowheader|article)$/;

/** A name that the page had, and that may not be stored, is for the author to write. Where the page itself kept it, its fingerprints tell of it. */
function isNameWithheld(observed: RecorderReport, report: RecorderReport): boolean {
  if (observed.is !== 'act' || report.is !== 'act' || report.act.anchor.name !== undefined) return false;
  const { role, name, traits } = observed.act.anchor;
  return name !== undefined || (!RECORD_ROLE.test(role) && Boolean(traits?.name));
}

function withAct(recording: Recording, act: ObservedAct, isWithheld: boolean, context: DraftContext): Recording {
  const { steps, notes } = recording;
  if (fieldOfEnter(notes, act.id)) return recording;
  const at = steps.findIndex(({ id }) => id === act.id);
  const before = steps[at];
  const made = stepOfAct(act, context.language);
  const step = before?.advance.on === 'place' ? { ...made, advance: before.advance } : made;
  const { enter } = notes[act.id] ?? {};
  const own = { ...withUndoOffer(notesOfAct(act, isWithheld), notes[act.id]), ...(enter && { enter }) };
  const sent = enter ? { ...step, ...instructionWithEnter(act, context.language) } : step;
  if (before) return { steps: steps.with(at, sent), notes: { ...notes, [act.id]: own } };
  const merged = withEnterInField(recording, act, context.language);
  if (merged) return merged;
  if (steps.length >= MAX_STEPS) return recording;
  const index = steps.findLastIndex(({ id }) => (notes[id]?.recordedAt ?? 0) <= act.at) + 1;
  const go = stepBetween(recording, index, act, context.language);
  const { [WENT_ELSEWHERE]: _, ...rest } = notes;
  const added = go && steps.length < MAX_STEPS - 1 ? [go, step] : [step];
  return {
    steps: steps.toSpliced(index, 0, ...added),
    notes: { ...rest, ...(added.length > 1 && { [go!.id]: { recordedAt: act.at } }), [act.id]: own },
  };
}

/** That an act was undone stays true when the act is reported once more. */
const withUndoOffer = (notes: StepNotes, before: StepNotes | undefined): StepNotes =>
  before?.offers?.includes('remove-undone') ? { ...notes, offers: [...(notes.offers ?? []), 'remove-undone'] } : notes;

/** The step that goes to the page of an act, if the person went there by themselves and did not come back. */
function stepBetween({ steps, notes }: Recording, index: number, act: ObservedAct, language: string): Step | undefined {
  const previous = steps[index - 1];
  const place = placeOfRoute(act.route);
  if (!notes[WENT_ELSEWHERE] || !previous || !place) return undefined;
  const left = placeAfter(previous);
  if (left !== undefined && isPlaceWithin(left, place)) return undefined;
  return stepToGo(act, place, language);
}

/** Does the step say already that it leads there? One that waits for a place may name it in another way, or a wider one. */
const isKnownToLeadTo = ({ advance, at }: Step, place: string): boolean =>
  advance.on === 'place' ? isPlaceWithin(place, advance.to) : at !== undefined && isPlaceWithin(at, place);

/** Where the person is after the step. */
const placeAfter = ({ advance, at }: Step): string | undefined => (advance.on === 'place' ? advance.to : at);

function withoutStep({ steps, notes }: Recording, id: string): Recording {
  const { [id]: _, [`go-${id}`]: _go, ...rest } = notes;
  return { steps: steps.filter((step) => step.id !== id && step.id !== `go-${id}`), notes: rest };
}

type Navigation = Extract<RecorderReport, { is: 'navigated' }>;

/** A navigation completes the act that led to it; without one, it is remembered until something is done on the new page. */
function withNavigation({ steps, notes }: Recording, navigation: Navigation): Recording {
  // Who reloads stays where they are.
  if (navigation.how === 'reload') return { steps, notes };
  const place = placeOfRoute(navigation.route);
  const index = actBefore({ steps, notes }, navigation);
  const step = steps[index];
  const isOwn = navigation.by !== undefined || /^(load|same-document)$/.test(navigation.how);
  if (step && isOwn) {
    if (!place || isKnownToLeadTo(step, place)) return { steps, notes };
    return { steps: steps.with(index, { ...step, advance: { on: 'place', to: place } }), notes };
  }
  return { steps, notes: { ...notes, [WENT_ELSEWHERE]: { recordedAt: navigation.at } } };
}

function actBefore({ steps, notes }: Recording, { by, at }: Navigation): number {
  if (by) return steps.findIndex(({ id }) => id === by);
  return steps.findLastIndex(({ id }) => {
    const recordedAt = notes[id]?.recordedAt;
    return recordedAt !== undefined && recordedAt <= at && at - recordedAt <= NAVIGATION_MS;
  });
}

function withOffer(recording: Recording, id: string): Recording {
  const own = recording.notes[id];
  if (!own || own.offers?.includes('remove-undone')) return recording;
  const offered = { ...own, offers: [...(own.offers ?? []), 'remove-undone' as const] };
  return { ...recording, notes: { ...recording.notes, [id]: offered } };
}
