import { z } from 'zod';
import { credit } from '../pack/credit.ts';
import { stepPicture } from '../studio/step-picture.ts';
import { slug } from '../text/slug.ts';
import { languageTag } from '../text/text.ts';

/** waiting: nobody has decided. returned: with a comment, to be changed. taken: it is in a draft of a pack. live: it is published. */
export const proposalState = z.enum(['waiting', 'returned', 'declined', 'taken', 'live', 'withdrawn']);
export type ProposalState = z.infer<typeof proposalState>;

/** More is refused, with the part that has most of it. */
export const MAX_PROPOSAL_BYTES = 1_000_000;

/** Proposals of one install that wait for a decision, or for the colleague. */
export const MAX_OPEN_PROPOSALS = 20;

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

const ownFields = {
  id: z.uuid(),
  state: proposalState,
  comment: z.string().nullable().meta({ description: 'What the author wrote' }),
  guide: z.string().nullable().meta({ description: 'pack/guide once it is live' }),
  helped: z
    .int()
    .nullable()
    .meta({ description: 'People whom it helped, rounded down to a step of k by the gateway; null below' }),
} as const;

/** The answer to PUT /v1/proposals/{id}: what became of it up to now. */
export const ownProposal = z.strictObject(ownFields);
export type OwnProposal = z.infer<typeof ownProposal>;

/** GET /v1/proposals: those of the install that asks. */
export const ownProposals = z.strictObject({ proposals: z.array(ownProposal) });
export type OwnProposals = z.infer<typeof ownProposals>;

/** GET /v1/proposals/{id}: all that the hub keeps of one, for whoever made it. */
export const storedProposal = z.strictObject({
  ...ownFields,
  day: z.iso.date().meta({ description: 'When it arrived, or was changed last' }),
  proposal: proposal.nullable().meta({ description: 'As it was sent; null once it is deleted' }),
});

/** DELETE /v1/proposals/{id}: what happens with a proposal that is withdrawn. */
export const withdrawal = z.strictObject({
  id: z.uuid(),
  was: z.enum(['unknown', 'undecided', 'in-draft', 'published', 'withdrawn']).meta({
    description:
      'unknown: nothing of it was here, and it is refused if it still arrives; undecided: it is deleted; in-draft: it is taken out of the draft; published: devices show it until an author publishes the version without it that the hub has prepared',
  }),
});
