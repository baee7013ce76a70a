import { useEffect } from 'preact/hooks';
import type { StepHealth } from '../../../model/hub-api/guide-health.ts';
import { mayCall } from '../../kit/may-call.ts';
import { Refusal } from '../../kit/refusal.tsx';
import { exactDay } from '../../kit/relative-day.ts';
import { useAct } from '../../kit/use-act.ts';
import { useLoaded } from '../../kit/use-loaded.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { shareOfPeople, shareText } from './share-text.ts';

/** Steps of published guides whose controls people missed or were weak, by weekly figures, each with a way to repair it. */
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
      {loaded?.steps.length === 0 && (
        <p class="quiet page-note">Nothing is known of a guide whose control people miss, or is found weakly.</p>
      )}
      <StepCards {...desk} title="Missing" what="missing" steps={loaded?.steps} />
      <StepCards {...desk} title="Found, but weak" what="weak" steps={loaded?.steps} />
    </>
  );
}

interface StepCardsProps extends DeskDeps {
  title: string;
  what: StepHealth['what'];
  steps: readonly StepHealth[] | undefined;
}

/** What is the matter with the steps of a list, in words. */
const EXPLANATIONS: Record<StepHealth['what'], string> = {
  missing: 'People were told that the control is not on the page.',
  weak: 'The guide still works: the control was found, but less surely than when it was recorded. The next change of the page may lose it.',
};

function StepCards({ title, what, steps = [], ...desk }: StepCardsProps) {
  const own = steps.filter((one) => one.what === what);
  if (own.length === 0) return null;
  return (
    <section aria-labelledby={`health-${what}`}>
      <h2 id={`health-${what}`}>{title}</h2>
      <p class="quiet page-note">{EXPLANATIONS[what]}</p>
      <ul class="row-cards" aria-labelledby={`health-${what}`}>
        {own.map((step) => (
          <StepCard key={`${step.pack}/${step.guide}/${step.step}`} step={step} {...desk} />
        ))}
      </ul>
    </section>
  );
}

function StepCard({ step, ...desk }: DeskDeps & { step: StepHealth }) {
  const { pack, guide, guideTitle, stepTitle, what, app, version, share, since, routes, versions } = step;
  const act = useAct({ ...desk, onAnswer: async () => undefined });
  async function repair(): Promise<void> {
    const draft = await act.run(
      () => desk.hub.guideHealth.prepareRepair({ pack, guide, step: step.step, what }),
      'A draft for the repair is made',
    );
    if (draft) desk.router.navigate({ view: 'packs', draft: draft.id, at: `${guide}/${step.step}` });
  }
  return (
    <li class="row-card health-card">
      <div>
        <h3>
          <bdi>{guideTitle}</bdi>
          {stepTitle !== null && (
            <>
              : <bdi>{stepTitle}</bdi>
            </>
          )}
        </h3>
        <p>
          {what === 'missing' ? (
            <>
              <strong>{shareOfPeople(share)}</strong> missed its control,
            </>
          ) : (
            <>
              For <strong>{shareOfPeople(share, 'inside')}</strong> its control was found, but weak,
            </>
          )}{' '}
          since the figures of <time dateTime={since}>{exactDay(since, desk.locale)}</time>.
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
