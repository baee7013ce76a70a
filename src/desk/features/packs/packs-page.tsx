import { useEffect } from 'preact/hooks';
import type { PublishedPacks } from '../../../model/hub-api/published-packs.ts';
import { plural } from '../../kit/plural.ts';
import { Refusal } from '../../kit/refusal.tsx';
import { useLoaded } from '../../kit/use-loaded.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { PublishForm } from './publish-form.tsx';

/** The packs that are published to this hub, and a form to publish one for those who may. */
export function PacksPage(desk: DeskDeps) {
  const { hub, signIn, locale } = desk;
  const { value, failure, reload } = useLoaded({ load: hub.packs, onSignedOut: signIn.expire });
  useEffect(() => {
    document.title = 'Packs · Cairn desk';
  }, []);
  const session = signIn.state.value;
  const mayPublish = session.at === 'in' && session.identity.may.includes('POST /desk/api/packs');
  return (
    <>
      <h1>Packs</h1>
      {mayPublish ? (
        <PublishForm {...desk} onPublished={reload} />
      ) : (
        <p class="quiet page-note">Packs are published by publishers and admins, or by whoever has the publishing token.</p>
      )}
      <h2>Published</h2>
      {failure.value && <Refusal failure={failure.value} />}
      {value.value && <PackList packs={value.value.packs} locale={locale} />}
    </>
  );
}

function PackList({ packs, locale }: PublishedPacks & { locale: string }) {
  if (packs.length === 0) return <p class="quiet page-note">No pack has been published to this hub.</p>;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  return (
    <ul class="row-cards" aria-label="Published packs">
      {packs.map(({ id, app, version, guides, publishedAt }) => (
        <li key={`${app}/${id}`} class="row-card">
          <p>
            <bdi>{id}</bdi> <span class="quiet">version {version}</span>
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
