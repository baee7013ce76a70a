import { z } from 'zod';
import { ownProposals, proposal } from '../../model/hub-api/proposals.ts';

/** A proposal as this device keeps it, from when it is made until its owner deletes it. */
export const storedProposal = z.object({
  id: z.uuid(),
  /** The draft that it was made of. */
  draft: z.uuid(),
  title: z.string(),
  createdAt: z.number(),
  body: proposal,
  /** Rises with each change of the body: an answer to an earlier one does not count for a later one. */
  edition: z.int(),
  /** to-send and to-withdraw wait for the hub. refused: it will never accept this content. */
  phase: z.enum(['to-send', 'sent', 'refused', 'to-withdraw', 'withdrawn']),
  /** It was sent at least once, answered or not: the hub may have it. */
  mayBeAtHub: z.boolean(),
  /** Why it was refused. */
  refusal: z.string().optional(),
  /** What the hub said of it last. */
  atHub: ownProposals.shape.proposals.element.optional(),
  /** Something has become of it that its owner has not seen. */
  isNews: z.boolean().optional(),
});
export type StoredProposal = z.infer<typeof storedProposal>;
