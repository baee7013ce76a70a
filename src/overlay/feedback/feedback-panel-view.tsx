import { useLayoutEffect, useRef } from 'preact/hooks';
import type { WalkthroughSummary } from '../../model/pack/guide-summary.ts';
import { readableRoute } from '../../model/route/readable-route.ts';
import type { Translate } from '../../runtime/translate.ts';
import { onlyTrusted } from '../host/only-trusted.ts';
import type { FeedbackContext, FeedbackPanelProps, OverlayActions } from '../overlay-state.ts';
import { type FormActions, FormFrame } from '../ui/form-frame.tsx';
import { ChecklistOffers } from './checklist-offers.tsx';
import { MuteView } from './mute-view.tsx';
import { SentControl } from './sent-control.tsx';
import { usePanelPosition } from './use-panel-position.ts';

/** What opens from the feedback button: five choices, one click each, and the walkthroughs of this page. */
export function FeedbackPanelView({ state, launcherButton, t, actions, close }: FeedbackPanelProps) {
  const panel = state.panel.value;
  const guides = state.guides.value;
  const content = state.content.presented.value;
  const lists = state.content.checklists.value;
  const box = useRef<HTMLDivElement>(null);
  usePanelPosition(box, launcherButton, state.launcherSpot.value);
  useLayoutEffect(() => box.current?.focus({ preventScroll: true }), []);
  return (
    <div
      ref={box}
      class="panel"
      role="dialog"
      tabIndex={-1}
      aria-label={t('panelName')}
      onKeyDown={onlyTrusted<KeyboardEvent>((event) => event.key === 'Escape' && close())}
    >
      <button type="button" class="quiet close" aria-label={t('close')} title={t('close')} onClick={onlyTrusted(close)}>
        <span aria-hidden="true">✕</span>
      </button>
      {panel.shows === 'failed' && <Failed why={panel.why} t={t} actions={actions} />}
      {panel.shows === 'choices' && (
        <section>
          <ChoicesFrame url={panel.formUrl} t={t} form={actions.form} />
          <SentAlong context={panel.context} t={t} actions={actions} />
        </section>
      )}
      {panel.shows === 'choices' && content && lists.length > 0 && (
        <ChecklistOffers lists={lists} t={t} actions={content.actions} />
      )}
      {panel.shows === 'choices' && guides.length > 0 && <Guides guides={guides} t={t} actions={actions} />}
      {panel.shows === 'choices' && (
        <MuteView
          isMuted={state.isMuted.value}
          hasGuide={state.openTip.value !== null || state.content.activePrompt.value !== null}
          t={t}
          actions={actions}
        />
      )}
    </div>
  );
}

/** The choices, in a frame: neither where a press falls nor a key pressed there reaches the page, and its size is the same throughout. */
const ChoicesFrame = ({ url, t, form }: { url: string | null; t: Translate; form: FormActions }) =>
  url ? <FormFrame url={url} for="choices" t={t} actions={form} /> : <div class="form choices" />;

function SentAlong({ context, t, actions }: { context: FeedbackContext; t: Translate; actions: OverlayActions }) {
  return (
    <details class="goes">
      <summary>{t('feedbackGoes')}</summary>
      <dl>
        <dt>{t('goesApp')}</dt>
        <dd>{context.app}</dd>
        <dt>{t('goesPage')}</dt>
        <dd dir="ltr">{readableRoute(context.route)}</dd>
        {context.control && <SentControl control={context.control} context={context} t={t} actions={actions} />}
        {context.about && (
          <>
            <dt>{t('goesGuide')}</dt>
            <dd>{[context.about.guide, context.about.step].filter(Boolean).join(' · ')}</dd>
          </>
        )}
      </dl>
      <p>{t('goesNoName')}</p>
    </details>
  );
}

function Guides({ guides, t, actions }: { guides: WalkthroughSummary[]; t: Translate; actions: OverlayActions }) {
  return (
    <section>
      <h2>{t('guidesHere')}</h2>
      <ul class="guides">
        {guides.map((guide) => (
          <li key={`${guide.pack.id}/${guide.id}`}>
            <button type="button" lang={guide.title.language} dir="auto" onClick={onlyTrusted(() => actions.startGuide(guide))}>
              {guide.title.text}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Failed({ why, t, actions }: { why: string; t: Translate; actions: OverlayActions }) {
  return (
    <>
      <h2>{t('feedbackFailed')}</h2>
      <p class="body">{why}</p>
      <button type="button" class="main" onClick={onlyTrusted(actions.openPanel)}>
        {t('tryAgain')}
      </button>
    </>
  );
}
