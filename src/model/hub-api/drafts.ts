import { z } from 'zod';
import { slug } from '../text/slug.ts';

/**
 * draft: being written. in-review: handed in, for somebody else to read. approved: what was read may be published. published: it was.
 * discarded: given up.
 */
export const draftState = z.enum(['draft', 'in-review', 'approved', 'published', 'discarded']);
export type DraftState = z.infer<typeof draftState>;

export const fault = z.strictObject({
  path: z.string(),
  reason: z.string(),
  remedy: z.string(),
  warning: z.literal(true).optional(),
});

/** The next version of a pack, while people write and review it. */
const draftFields = {
  id: z.uuid(),
  pack: slug,
  app: slug,
  version: z.int().meta({ description: 'The version that it becomes; set by the hub when it is handed in' }),
  state: draftState,
  revision: z
    .int()
    .meta({ description: 'Rises with every change. In quotation marks, it is the ETag that If-Match has to name' }),
  contentHash: z.string().meta({ description: 'SHA-256 of the content, in hex. An approval holds for one content' }),
  authors: z
    .array(z.string())
    .meta({ description: 'Names of all who wrote the content or handed it in: none of them may approve it' }),
  mayApprove: z.boolean().meta({ description: 'Whoever asks is none of its authors' }),
  approvedBy: z.string().nullable(),
  comment: z.string().nullable().meta({ description: 'What the reviewer wrote last' }),
  updatedAt: z.iso.datetime(),
} as const;

/** The answer to every request that changes a draft. Its content may have changed as well: GET /desk/api/drafts/{id} has it. */
export const draft = z.strictObject(draftFields);
export type Draft = z.infer<typeof draft>;

/** GET /desk/api/drafts: those that are neither published nor discarded, changed last first. */
export const draftList = z.strictObject({ drafts: z.array(draft) });
export type DraftList = z.infer<typeof draftList>;

/** One difference between two contents of a pack, in words, as in "step 4: other control". */
export const change = z.strictObject({
  path: z.string().meta({ description: 'Where, as in `guides[2].steps[3].on`' }),
  guide: z.string().nullable().meta({ description: 'Title or id of the guide; null for the pack as a whole' }),
  text: z.string().meta({ description: 'What differs, in English' }),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type Change = z.infer<typeof change>;

/** GET /desk/api/drafts/{id} */
export const draftDetail = z.strictObject({
  ...draftFields,
  content: z
    .record(z.string(), z.unknown())
    .meta({ description: 'The pack as it was written; fields that the hub does not know stay' }),
  faults: z.array(fault).meta({ description: 'What browsers would refuse, and warnings' }),
  comparedWith: z.int().nullable().meta({ description: 'The published version that `changes` compares with' }),
  changes: z.array(change),
});
export type DraftDetail = z.infer<typeof draftDetail>;

/** POST /desk/api/drafts, and PUT /desk/api/drafts/{id} with If-Match */
export const draftContent = z.strictObject({ content: z.record(z.string(), z.unknown()) });

const comment = z
  .string()
  .max(4000)
  .refine((text) => text.trim() !== '', 'must not be empty')
  .refine((text) => text.isWellFormed() && !text.includes('\0'), 'must not contain U+0000 or an unpaired surrogate');

/** POST /desk/api/drafts/{id}/approve: the hash is that of what was read. */
export const approval = z.strictObject({ contentHash: z.string(), comment: comment.optional() });

/** POST /desk/api/drafts/{id}/return */
export const returned = z.strictObject({ comment });
