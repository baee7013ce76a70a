import { z } from 'zod';
import type { Fault } from '../model/fault/fault.ts';
import type { OwnProposals } from '../model/hub-api/proposals.ts';
import { anchor } from '../model/pack/anchor.ts';
import type { ControlDifference } from '../model/pack/control-finding.ts';
import { credit } from '../model/pack/credit.ts';
import type { RecorderReport } from '../model/studio/observed-act.ts';
import { anchorStrength, recorderReport } from '../model/studio/observed-act.ts';
import { stepPicture } from '../model/studio/step-picture.ts';
import { type StudioDraft, studioDraft } from '../model/studio/studio-draft.ts';
import { slug } from '../model/text/slug.ts';
import { done, reply } from './result.ts';

/** A walk through a draft in another language: which steps were repeated, out of how many, and acts that repeat none. */
export interface TranslationState {
  language: string;
  /** Ids of steps. */
  done: string[];
  of: number;
  unmatched: number;
}

/** What the studio may do in this browser, and what it is doing. */
export interface StudioState {
  /** By policy, for the app of the page in front. */
  may: { record: boolean; propose: boolean };
  /** The app of the page in front. */
  app?: { id: string; name: string };
  recording: {
    draft: string;
    steps: number;
    missed: Extract<RecorderReport, { is: 'missed' }>[];
    /** Frames of the page that no recorder can see, as they are outside the policy. */
    unseenFrames: number;
    /** The steps of the draft are repeated in another language. */
    translation?: TranslationState;
  } | null;
  picking: { draft: string } | null;
  /** The draft that is tried in this browser. */
  trying: string | null;
}

export interface StudioDraftRow {
  id: string;
  app: string;
  title: string;
  kind: StudioDraft['guide']['kind'];
  steps: number;
  changedAt: number;
  proposal?: string;
}

/** What is stored as a draft and cannot be read, as after damage to the disk. */
export interface UnreadableRow {
  id: string;
  /** Where, what, and how to fix it. */
  why: string;
}

/**
 * How an anchor of a draft fares on the page in front. `weak`: found, but with little to tell it by, or with clearly less confidence than
 * when it was recorded.
 */
export interface AnchorHealth {
  is: 'found' | 'weak' | 'ambiguous' | 'hidden' | 'absent' | 'other-page' | 'no-page';
  /** In the words of the locator, for authors. */
  because?: string;
  /** The control that is most like what is not there; may be taken instead by `studio.pick` without pointing. */
  nearest?: { role: string; name?: string };
  /** It has changed since it was recorded, and may be recorded as it is today, by `studio.pick` without pointing. */
  isWeakened?: true;
  /** In what the control that may be taken differs from the one that was recorded. */
  differs?: ControlDifference[];
}

/** Where in a draft an anchor is: the properties and indices that lead to it, as in `["guide", "steps", 2, "anchor"]`. */
const anchorPath = z
  .array(z.union([z.string().max(40), z.int().min(0).max(200)]))
  .min(1)
  .max(12);
const draftId = z.strictObject({ id: z.uuid() });

/** What the studio's script in a page and the side panel ask of the background. */
export const studioMessages = {
  /** What happened on a page that is recorded. It is stored when this is answered. */
  'studio.report': { from: 'app', body: z.strictObject({ reports: z.array(recorderReport).min(1).max(50) }), reply: done },
  /** The control that the person pointed at. Null: they gave up, by Escape. */
  'studio.picked': {
    from: 'app',
    body: z.strictObject({
      picked: z
        .strictObject({
          anchor,
          strength: anchorStrength,
          rival: z.strictObject({ role: z.string().max(60), name: z.string().max(200).optional() }).optional(),
          picture: stepPicture.optional(),
          route: z.string().max(300),
        })
        .nullable(),
    }),
    reply: done,
  },
  /** What is the studio's script to do in this frame? Asked when it starts. */
  'studio.mode': { from: 'app', body: z.strictObject({}), reply: reply<{ mode: StudioMode }>() },
  'studio.state': { from: 'extension', body: z.strictObject({}), reply: reply<StudioState>() },
  'studio.drafts': {
    from: 'extension',
    body: z.strictObject({}),
    reply: reply<{ drafts: StudioDraftRow[]; unreadable: UnreadableRow[] }>(),
  },
  /** Paths of faults begin below the guide, as in `steps[2].advance.to`: the editor shows each at its field. */
  'studio.draft': {
    from: 'extension',
    body: draftId,
    reply: reply<{ draft: StudioDraft; canUndo: boolean; canRedo: boolean; faults: Fault[] }>(),
  },
  'studio.create': {
    from: 'extension',
    body: z.strictObject({ app: slug, kind: z.enum(['walkthrough', 'tip', 'notice', 'checklist', 'question']) }),
    reply: reply<{ id: string }>(),
  },
  /** Refused if the draft has another revision than `basedOn` by now: the person sees the difference and chooses. */
  'studio.save': {
    from: 'extension',
    body: z.strictObject({ draft: studioDraft, basedOn: z.int().min(0) }),
    reply: reply<{ revision: number }>(),
  },
  'studio.undo': { from: 'extension', body: draftId, reply: reply<{ revision: number }>() },
  'studio.redo': { from: 'extension', body: draftId, reply: reply<{ revision: number }>() },
  'studio.delete': { from: 'extension', body: draftId, reply: done },
  /**
   * Record the page in front, and all pages that follow: into a new draft, or after the last step of this one. `translate`: its steps are
   * repeated in the language of the page, and none is added.
   */
  'studio.record': {
    from: 'extension',
    body: z.union([z.strictObject({ id: z.uuid().optional() }), z.strictObject({ id: z.uuid(), translate: z.literal(true) })]),
    reply: reply<{ id: string }>(),
  },
  'studio.stopRecording': { from: 'extension', body: z.strictObject({}), reply: done },
  /** Point at a control of the page in front; its anchor then stands at that path of the draft. `nearest`: take the most similar one instead. */
  'studio.pick': {
    from: 'extension',
    body: z.strictObject({ id: z.uuid(), path: anchorPath, nearest: z.boolean().optional() }),
    reply: done,
  },
  'studio.stopPicking': { from: 'extension', body: z.strictObject({}), reply: done },
  /** Run the unsigned draft in this browser alone, with caps and hold-outs off; null ends that. */
  'studio.try': { from: 'extension', body: z.strictObject({ id: z.uuid().nullable() }), reply: done },
  /** By JSON text of the anchor's path in the draft. */
  'studio.health': { from: 'extension', body: draftId, reply: reply<{ anchors: Record<string, AnchorHealth> }>() },
  'studio.import': {
    from: 'extension',
    body: z.strictObject({ app: slug, text: z.string().max(2_000_000) }),
    reply: reply<{ id: string; losses: string[] }>(),
  },
  /** Sends the draft to the hub for an author to read; waits like feedback while the hub cannot be reached. */
  'studio.propose': {
    from: 'extension',
    body: z.strictObject({ id: z.uuid(), credit, note: z.string().max(2000).optional() }),
    reply: done,
  },
  'studio.withdraw': { from: 'extension', body: z.strictObject({ proposal: z.uuid() }), reply: done },
  'studio.proposals': {
    from: 'extension',
    body: z.strictObject({}),
    reply: reply<{ proposals: (OwnProposals['proposals'][number] & { title: string; isSent: boolean })[] }>(),
  },
} as const;

/** What the studio's script does in a frame: it records, or lets the person point at a control. */
export type StudioMode = 'record' | 'pick' | 'off';
