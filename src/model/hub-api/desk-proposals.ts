import { z } from 'zod';
import { credit } from '../pack/credit.ts';
import { slug } from '../text/slug.ts';
import { change, draftState, fault } from './drafts.ts';
import { proposal, proposalState } from './proposals.ts';

const deskFields = {
  id: z.uuid().meta({ description: 'Random, and not the id that the device knows' }),
  app: slug,
  language: z.string(),
  kind: z.enum(['walkthrough', 'tip']),
  title: z.string().meta({ description: 'Of the guide, in the language of the proposal' }),
  steps: z.int().meta({ description: 'Number of steps; 0 for a tip' }),
  credit: credit.nullable(),
  state: proposalState,
  comment: z.string().nullable().meta({ description: 'What an author wrote to the colleague' }),
  day: z.iso.date().meta({ description: 'When it arrived, or was changed last' }),
  revision: z
    .int()
    .meta({ description: 'Rises with every change. In quotation marks, it is the ETag that If-Match has to name' }),
  draft: z.uuid().nullable().meta({ description: 'The draft that it was taken into' }),
  guide: z.string().nullable().meta({ description: 'pack/guide once it is taken' }),
} as const;

export const deskProposal = z.strictObject(deskFields);
export type DeskProposal = z.infer<typeof deskProposal>;

/** A proposal that its colleague withdrew after it was taken. */
const deskWithdrawal = z.strictObject({
  id: z.uuid(),
  pack: slug,
  guide: slug,
  draft: z.uuid().meta({ description: 'The draft that it was taken out of, or that takes it out of what is published' }),
  draftState,
  isPublished: z.boolean().meta({ description: 'Devices still show the guide with its credit' }),
});
export type DeskWithdrawal = z.infer<typeof deskWithdrawal>;

/** GET /desk/api/proposals: waiting ones first. */
export const deskProposals = z.strictObject({
  proposals: z.array(deskProposal),
  withdrawals: z.array(deskWithdrawal).meta({ description: 'As long as there is something for an author to do' }),
});
export type DeskProposals = z.infer<typeof deskProposals>;

/** A pack that a proposal can be taken into, and what that would change of it. */
const proposalTarget = z.strictObject({
  pack: slug,
  draft: z.uuid().nullable().meta({ description: 'An open draft; null: a new draft of what is published' }),
  draftState: draftState.nullable(),
  version: z.int().nullable().meta({ description: 'The published version that a new draft begins with' }),
  replaces: z.boolean().meta({ description: 'It has a guide with this id' }),
  guides: z.array(slug).meta({ description: 'Ids of the guides that it has' }),
  changes: z.array(change),
});
export type ProposalTarget = z.infer<typeof proposalTarget>;

/** GET /desk/api/proposals/{id} */
export const deskProposalDetail = z.strictObject({
  ...deskFields,
  proposal: proposal.nullable().meta({ description: 'As it was sent; null once it is deleted' }),
  faults: z.array(fault).meta({ description: 'What an author should look at' }),
  targets: z.array(proposalTarget),
});
export type DeskProposalDetail = z.infer<typeof deskProposalDetail>;

const comment = z
  .string()
  .max(2000)
  .refine((text) => text.trim() !== '', 'must not be empty')
  .refine((text) => text.isWellFormed() && !text.includes('\0'), 'must not contain U+0000 or an unpaired surrogate');

/** POST /desk/api/proposals/{id}/return and /decline */
export const proposalComment = z.strictObject({ comment });

/** POST /desk/api/proposals/{id}/take */
export const proposalTaking = z.strictObject({
  pack: slug.meta({ description: 'A pack that is published here, that has a draft, or a new one' }),
  draft: z.uuid().optional().meta({ description: 'The open draft of the pack; a new one if left out' }),
  as: slug.optional().meta({ description: 'Id that the guide gets; its own if left out. A guide with this id is replaced' }),
});
export type ProposalTaking = z.infer<typeof proposalTaking>;
