import { useEffect } from 'preact/hooks';
import type { StepHealth } from '../../../model/hub-api/guide-health.ts';
import { mayCall } from '../../kit/may-call.ts';
import { Refusal } from '../../kit/refusal.tsx';
import { exactDay } from '../../kit/relative-day.ts';
import { useAct } from '../../kit/use-act.ts';
import { useLoaded } from '../../kit/use-loaded.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { shareOfPeople, shareText } from './share-text.ts';

/** Steps of published guides whose controls people missed, by weekly figures, each with a way to repair it. */
export function GuideHealthPage(desk: DeskDeps) {
  const { hub, signIn, locale } = desk;
  const { value, failure } = useLoaded({ load: hub.guideHealth.list, onSignedOut: signIn.expire });
  useEffect(() => {
    document.title = 'Guides that need a look · Cairn desk';
  }, []);
  const loaded = value.value;
  return (
    <>
      <h1>Guides that need a look</h1>
      {failure.value && <Refusal failure={failure.value} />}
      {!loaded && !failure.value && <p class="quiet">Loading…</p>}
      {loaded && (
        <p class="quiet page-note">
          {loaded.week === null
            ? 'The hub has not made weekly figures yet.'
            : `From figures of what arrived before ${exactDay(loaded.week, locale)}. They are of enough people that they tell of nobody.`}
        </p>
      )}
      {loaded?.steps.length === 0 && <p class="quiet page-note">Nothing is known of a guide whose control people miss.</p>}
      {loaded && loaded.steps.length > 0 && (
        <ul class="row-cards" aria-label="Steps whose controls people miss">
          {loaded.steps.map((step) => (
            <StepCard key={`${step.pack}/${step.guide}/${step.step}`} step={step} {...desk} />
          ))}
        </ul>
      )}
    </>
  );
}

function StepCard({ step, ...desk }: DeskDeps & { step: StepHealth }) {
  const { pack, guide, guideTitle, stepTitle, app, version, share, since, routes, versions } = step;
  const act = useAct({ ...desk, onAnswer: async () => undefined });
  async function repair(): Promise<void> {
    const draft = await act.run(
      () => desk.hub.guideHealth.prepareRepair({ pack, guide, step: step.step }),
      'A draft for the repair is made',
    );
    if (draft) desk.router.navigate({ view: 'packs', draft: draft.id, at: `${guide}/${step.step}` });
  }
  return (
    <li class="row-card health-card">
      <div>
        <h2>
          <bdi>{guideTitle}</bdi>
          {stepTitle !== null && (
            <>
              : <bdi>{stepTitle}</bdi>
            </>
          )}
        </h2>
        <p>
          <strong>{shareOfPeople(share)}</strong> missed its control, since the figures of{' '}
          <time dateTime={since}>{exactDay(since, desk.locale)}</time>.
        </p>
        <p class="quiet">
          <bdi>{app}</bdi> · <bdi>{pack}</bdi>, version {version}
        </p>
        <details>
          <summary>By version and by page</summary>
          <ul>
            {versions.map((one) => (
              <li key={one.version}>
                Version {one.version}: {shareText(one.share)}, figures of {exactDay(one.week, desk.locale)}
              </li>
            ))}
            {routes.map((one) => (
              <li key={one.route}>
                Began at <code>{one.route}</code>: {shareText(one.share)}
              </li>
            ))}
          </ul>
          {routes.length === 0 && <p class="quiet">By page, figures would tell too much of single people.</p>}
        </details>
      </div>
      {mayCall(desk, 'POST /desk/api/guide-health/repair') && (
        <button type="button" class="button" aria-disabled={act.isBusy.value} onClick={repair}>
          Prepare a repair
        </button>
      )}
      {act.failure.value && <Refusal failure={act.failure.value} />}
    </li>
  );
}
