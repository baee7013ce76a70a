import type { DeskWithdrawal } from '../../../model/hub-api/desk-proposals.ts';
import { RouteLink } from '../../shell/route-link.tsx';
import type { Router } from '../../shell/router.ts';

interface WithdrawalNoticesProps {
  withdrawals: readonly DeskWithdrawal[];
  router: Router;
}

/** What colleagues withdrew after it was taken: what the hub has done, and what is left to do. */
export function WithdrawalNotices({ withdrawals, router }: WithdrawalNoticesProps) {
  if (withdrawals.length === 0) return null;
  return (
    <section class="off" aria-labelledby="withdrawn-title">
      <h2 id="withdrawn-title">Withdrawn by colleagues</h2>
      <ul>
        {withdrawals.map(({ id, pack, guide, draft, draftState, isPublished }) => (
          <li key={id}>
            The guide <bdi>{guide}</bdi> of <bdi>{pack}</bdi>. {noticeText({ draftState, isPublished })}{' '}
            <RouteLink to={{ view: 'packs', draft }} router={router}>
              Open the draft
            </RouteLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function noticeText({ draftState, isPublished }: Pick<DeskWithdrawal, 'draftState' | 'isPublished'>): string {
  if (!isPublished) return 'It was taken out of this draft, and a review of the draft has ended.';
  if (draftState === 'published')
    return 'A version without it is published. Browsers that are not offered that version yet still show it, with its credit.';
  if (draftState === 'discarded')
    return 'Browsers show it, with its credit, and the draft that takes it out was discarded. Take it out in another draft, and publish that.';
  return 'Browsers show it, with its credit, until the draft that takes it out is reviewed and published.';
}
