import { z } from 'zod';
import { anchor } from '../pack/anchor.ts';
import { credit } from '../pack/credit.ts';
import { guide } from '../pack/guide.ts';
import { slug } from '../text/slug.ts';
import { languageTag } from '../text/text.ts';
import { anchorStrength } from './observed-act.ts';
import { stepPicture } from './step-picture.ts';

/** What is known of a step (or, under the id of the guide, of its own anchor) beside what the pack holds. */
const stepNotes = z.strictObject({
  strength: anchorStrength.optional(),
  rival: z.strictObject({ role: z.string().max(60), name: z.string().max(200).optional() }).optional(),
  picture: stepPicture.optional(),
  /** What appeared after the act: taken as a check if the person accepts `check-appears`. */
  appears: anchor.optional(),
  /** Offered, and not part of the guide until the person takes it. */
  offers: z
    .array(z.enum(['check-appears', 'remove-undone', 'name-withheld', 'add-in-words']))
    .max(10)
    .optional(),
  /** Enter in the field belongs to its step: the act, and what the step said without it. */
  enter: z.strictObject({ act: z.string().max(60), title: z.string().max(500), body: z.string().max(2000) }).optional(),
  recordedAt: z.int().optional(),
});
export type StepNotes = z.infer<typeof stepNotes>;

/** A guide that somebody records or edits in this browser. It is kept here, unsigned, until it is proposed, exported or deleted. */
export const studioDraft = z.strictObject({
  id: z.uuid(),
  app: slug,
  language: languageTag,
  guide,
  notes: z.record(z.string(), stepNotes),
  credit: credit.optional(),
  createdAt: z.int(),
  changedAt: z.int(),
  /** Rises with each change; undo goes back to an earlier one, also after a reload. */
  revision: z.int().min(0),
  /** The proposal that was made of it. */
  proposal: z.uuid().optional(),
});
export type StudioDraft = z.infer<typeof studioDraft>;
