import { z } from 'zod';
import { credit } from '../pack/credit.ts';
import { stepPicture } from '../studio/step-picture.ts';
import { slug } from '../text/slug.ts';
import { languageTag } from '../text/text.ts';

/** waiting: nobody has decided. returned: with a comment, to be changed. taken: it is in a draft of a pack. live: it is published. */
export const proposalState = z.enum(['waiting', 'returned', 'declined', 'taken', 'live', 'withdrawn']);
export type ProposalState = z.infer<typeof proposalState>;

/**
 * PUT /v1/proposals/{id}, by an enrolled install: a colleague proposes how they do it. The same id and content again changes nothing; other
 * content replaces what is waiting or was returned. `id` is a random UUID made on the device.
 */
export const proposal = z.strictObject({
  app: slug,
  language: languageTag,
  guide: z.record(z.string(), z.unknown()).meta({ description: 'A walkthrough or tip of the pack format; judged by its schema' }),
  credit: credit.optional(),
  pictures: z.record(slug, stepPicture).optional().meta({ description: 'By id of the step' }),
  note: z.string().max(2000).optional().meta({ description: 'To the author who reads it' }),
});
export type Proposal = z.infer<typeof proposal>;

/** GET /v1/proposals: those of the install that asks. */
export const ownProposals = z.strictObject({
  proposals: z.array(
    z.strictObject({
      id: z.uuid(),
      state: proposalState,
      comment: z.string().nullable().meta({ description: 'What the author wrote' }),
      guide: z.string().nullable().meta({ description: 'pack/guide once it is live' }),
      helped: z
        .int()
        .nullable()
        .meta({ description: 'People whom it helped, rounded down to a step of k by the gateway; null below' }),
    }),
  ),
});
export type OwnProposals = z.infer<typeof ownProposals>;
