import type { DeskProposal } from '../../../model/hub-api/desk-proposals.ts';
import { DayAgo } from '../../kit/day-ago.tsx';
import { plural } from '../../kit/plural.ts';
import { Refusal } from '../../kit/refusal.tsx';
import { useLoaded } from '../../kit/use-loaded.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { RouteLink } from '../../shell/route-link.tsx';
import { creditText, stateText } from './proposal-words.ts';
import { WithdrawalNotices } from './withdrawal-notices.tsx';

/** What colleagues propose, those that wait first, and above it what they withdrew after it was taken. */
export function ProposalList(desk: DeskDeps) {
  const { hub, signIn } = desk;
  const { value, failure } = useLoaded({ load: hub.proposals.list, onSignedOut: signIn.expire });
  const loaded = value.value;
  return (
    <>
      <h1>Proposals</h1>
      {failure.value && <Refusal failure={failure.value} />}
      {!loaded && !failure.value && <p class="quiet">Loading…</p>}
      {loaded && <WithdrawalNotices withdrawals={loaded.withdrawals} router={desk.router} />}
      {loaded?.proposals.length === 0 && (
        <p class="quiet page-note">
          Nobody has proposed anything. Colleagues whom the policy lets record can propose how they do something, from the side
          panel.
        </p>
      )}
      {loaded && loaded.proposals.length > 0 && (
        <ul class="row-cards" aria-label="Proposals">
          {loaded.proposals.map((proposal) => (
            <ProposalRow key={proposal.id} proposal={proposal} {...desk} />
          ))}
        </ul>
      )}
    </>
  );
}

function ProposalRow({ proposal, router, clock, locale }: DeskDeps & { proposal: DeskProposal }) {
  const { id, title, language, app, kind, steps, credit, state, day } = proposal;
  return (
    <li class="row-card">
      <p>
        <RouteLink to={{ view: 'proposals', proposal: id }} router={router}>
          <bdi lang={language}>{title}</bdi>
        </RouteLink>{' '}
        <strong>{stateText(state)}</strong>
      </p>
      <p class="quiet">
        <bdi>{app}</bdi> · {kind === 'tip' ? 'tip' : `walkthrough, ${plural(steps, 'step')}`} · by <bdi>{creditText(credit)}</bdi>{' '}
        · <DayAgo day={day} now={clock.value} locale={locale} />
      </p>
    </li>
  );
}
