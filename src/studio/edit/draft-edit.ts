import type { Fault } from '../../model/fault/fault.ts';
import type { StepNotes, StudioDraft } from '../../model/studio/studio-draft.ts';

/** The properties and indices that lead to a value in the guide, as in `["steps", 2, "title"]`. */
export type GuidePath = readonly (string | number)[];

/** One change of a draft. Steps are named by their ids. */
export type DraftEdit =
  /** `to`: the index that the step then has. */
  | { is: 'move'; step: string; to: number }
  | { is: 'delete'; step: string }
  | { is: 'duplicate'; step: string }
  /** With the step after it. The control and what is waited for are those of the first that has a control. */
  | { is: 'merge'; step: string }
  /** Into one that shows the control and one that waits for the act; the text is divided after its first paragraph. */
  | { is: 'split'; step: string }
  /** A step without a control, after this one, or first. */
  | { is: 'add'; after: string | null; title: string; body: string }
  /** A second step that is shown where the control of this one is not on the page. */
  | { is: 'add-alternative'; step: string }
  /** Any field of the guide; undefined removes it. */
  | { is: 'set'; path: GuidePath; value: unknown }
  /** One language of a text. An empty wording removes that language. */
  | { is: 'set-text'; path: GuidePath; language: string; wording: string }
  /** What was offered about a step is taken or not wanted. */
  | { is: 'drop-offer'; step: string; offer: NonNullable<StepNotes['offers']>[number] };

/** An edit of the steps of a walkthrough. */
export type StepEdit = Exclude<DraftEdit, { is: 'set' | 'set-text' | 'drop-offer' }>;

/** Why an edit is refused. `step`: the one that stands in the way. */
export type EditRefusal =
  | { why: 'no-such-step' | 'no-steps' | 'only-step' | 'no-next-step' | 'no-step-before' | 'no-control' }
  | { why: 'has-branches' | 'is-branched-to'; step: string }
  /** The guide would not fit the schema, or its references would be broken. Paths begin below the guide. */
  | { why: 'not-valid'; faults: Fault[] };

export type EditResult = { ok: true; draft: StudioDraft } | ({ ok: false } & EditRefusal);
