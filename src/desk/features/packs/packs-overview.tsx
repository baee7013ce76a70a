import type { PublishedPacks } from '../../../model/hub-api/published-packs.ts';
import { mayCall } from '../../kit/may-call.ts';
import { plural } from '../../kit/plural.ts';
import { Refusal } from '../../kit/refusal.tsx';
import { useLoaded } from '../../kit/use-loaded.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { RouteLink } from '../../shell/route-link.tsx';
import { DraftList } from './draft-list.tsx';
import { NewDraft } from './new-draft.tsx';
import { PublishForm } from './publish-form.tsx';

/** The drafts and the published packs of this hub, and forms for those who may write or publish. */
export function PacksOverview(desk: DeskDeps) {
  const { hub, signIn, locale, router } = desk;
  const { value, failure, reload } = useLoaded({ load: hub.packs, onSignedOut: signIn.expire });
  const mayPublish = mayCall(desk, 'POST /desk/api/packs');
  return (
    <>
      <h1>Packs</h1>
      <h2>Drafts</h2>
      {mayCall(desk, 'GET /desk/api/drafts') && <DraftList {...desk} />}
      {mayCall(desk, 'POST /desk/api/drafts') && <NewDraft {...desk} />}
      <h2>Published</h2>
      {failure.value && <Refusal failure={failure.value} />}
      {value.value && (
        <PackList
          packs={value.value.packs}
          hasReleases={mayCall(desk, 'GET /desk/api/packs/:id/versions')}
          {...{ locale, router }}
        />
      )}
      {mayPublish ? (
        <PublishForm {...desk} onPublished={reload} />
      ) : (
        <p class="quiet page-note">
          Packs are published by publishers and admins, or, if they were signed elsewhere, by whoever has the publishing token.
        </p>
      )}
    </>
  );
}

interface PackListProps extends PublishedPacks, Pick<DeskDeps, 'locale' | 'router'> {
  /** Each pack has a page with its releases. */
  hasReleases: boolean;
}

function PackList({ packs, hasReleases, locale, router }: PackListProps) {
  if (packs.length === 0) return <p class="quiet page-note">No pack has been published to this hub.</p>;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  return (
    <ul class="row-cards" aria-label="Published packs">
      {packs.map(({ id, app, version, guides, publishedAt }) => (
        <li key={`${app}/${id}`} class="row-card">
          <p>
            {hasReleases ? (
              <RouteLink to={{ view: 'packs', pack: id }} router={router}>
                <bdi>{id}</bdi>
              </RouteLink>
            ) : (
              <bdi>{id}</bdi>
            )}{' '}
            <span class="quiet">version {version}</span>
          </p>
          <p class="quiet">
            <bdi>{app}</bdi> · {plural(guides, 'guide')} · published{' '}
            <time dateTime={publishedAt}>{format.format(new Date(publishedAt))}</time>
          </p>
        </li>
      ))}
    </ul>
  );
}
