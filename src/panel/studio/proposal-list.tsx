import type { Translate } from '../../runtime/translate.ts';
import { ConfirmButton } from '../confirm-button.tsx';
import type { OwnProposalRow, StudioBoard } from './studio-state.ts';

/** What the person proposed: what became of it, what the author wrote, and how many people it helped. */
export function ProposalList({ board, t }: { board: StudioBoard; t: Translate }) {
  const proposals = board.proposals.value;
  if (proposals.length === 0) return null;
  return (
    <section aria-labelledby="proposals">
      <h2 id="proposals">{t('studioProposals')}</h2>
      <ul class="drafts">
        {proposals.map((proposal) => (
          <Proposal key={proposal.id} proposal={proposal} board={board} t={t} />
        ))}
      </ul>
    </section>
  );
}

function Proposal({ proposal, board, t }: { proposal: OwnProposalRow; board: StudioBoard; t: Translate }) {
  const { id, title, state, comment, helped, isSent } = proposal;
  return (
    <li class="draft">
      <p class="title" dir="auto">
        {title}
      </p>
      <p class="soft">{isSent || state === 'withdrawn' ? t(`proposalState_${state}`) : t('studioProposalUnsent')}</p>
      {comment && <blockquote dir="auto">{comment}</blockquote>}
      {helped !== null && <p class="thanks">{t('studioHelped', helped)}</p>}
      {state !== 'withdrawn' && state !== 'declined' && (
        <div class="row">
          <ConfirmButton
            t={t}
            label={t('studioWithdraw')}
            accessibleName={t('studioWithdrawNamed', title)}
            confirmText={() => t('studioWithdrawSure', title)}
            answers={{ yes: t('studioWithdraw'), no: t('deleteNo') }}
            act={() => board.withdraw(id)}
          />
        </div>
      )}
    </li>
  );
}
