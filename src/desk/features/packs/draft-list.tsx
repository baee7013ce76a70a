import { mayCall } from '../../kit/may-call.ts';
import { Refusal } from '../../kit/refusal.tsx';
import { useLoaded } from '../../kit/use-loaded.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { RouteLink } from '../../shell/route-link.tsx';
import { DRAFT_STATES } from './draft-words.ts';

/** Drafts that are neither published nor discarded, changed last first. */
export function DraftList(desk: DeskDeps) {
  const { hub, signIn, locale, router } = desk;
  const { value, failure } = useLoaded({ load: hub.publishing.drafts, onSignedOut: signIn.expire });
  if (failure.value) return <Refusal failure={failure.value} />;
  if (!value.value) return <p class="quiet">Loading…</p>;
  const { drafts } = value.value;
  if (drafts.length === 0) return <p class="quiet page-note">No draft is under way.</p>;
  const mayReview = mayCall(desk, 'POST /desk/api/drafts/:id/approve');
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const list = new Intl.ListFormat(locale);
  return (
    <ul class="row-cards" aria-label="Drafts">
      {drafts.map(({ id, pack, version, state, authors, mayApprove, updatedAt }) => (
        <li key={id} class="row-card">
          <p>
            <RouteLink to={{ view: 'packs', draft: id }} router={router}>
              <bdi>{pack}</bdi>, version {version}
            </RouteLink>{' '}
            <strong>{DRAFT_STATES[state]}</strong>
            {state === 'in-review' && mayApprove && mayReview && <span class="quiet"> · you may review it</span>}
          </p>
          <p class="quiet">
            By <bdi>{list.format(authors)}</bdi> · changed <time dateTime={updatedAt}>{format.format(new Date(updatedAt))}</time>
          </p>
        </li>
      ))}
    </ul>
  );
}
