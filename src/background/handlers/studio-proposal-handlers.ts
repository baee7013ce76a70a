import { explainFault } from '../../model/fault/explain-fault.ts';
import { mayRecordIn } from '../../policy/may-record.ts';
import { draftFaults } from '../studio/draft-faults.ts';
import type { StudioHandlers, StudioHandlersDeps } from './studio-handlers-deps.ts';
import { noDraft } from './studio-refusals.ts';

type ProposalHandlers = Pick<StudioHandlers, 'studio.propose' | 'studio.withdraw' | 'studio.proposals'>;

/** Proposals of the person to the authors of guides. */
export function createStudioProposalHandlers({ policy, studio }: StudioHandlersDeps): ProposalHandlers {
  const { drafts, proposals } = studio;
  return {
    async 'studio.propose'({ id, credit, note }) {
      const draft = (await drafts.read(id))?.draft;
      if (!draft) return noDraft(drafts, id);
      const inForce = await policy();
      if (!mayRecordIn(draft.app, inForce)) return { ok: false, why: `You may not propose for the app "${draft.app}".` };
      if (!inForce.hub) return { ok: false, why: 'Your organisation has no hub to which a proposal could be sent.' };
      const fault = draftFaults(draft, new Date().toISOString().slice(0, 10)).find(({ warning }) => !warning);
      if (fault) return { ok: false, why: explainFault(fault, 'The guide') };
      return proposals.propose(draft, { credit, note });
    },
    'studio.withdraw': async ({ proposal }) => proposals.withdraw(proposal),
    'studio.proposals': async () => ({ ok: true, proposals: await proposals.show() }),
  };
}
