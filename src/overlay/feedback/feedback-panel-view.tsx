import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Choice } from '../../model/entry/entry.ts';
import type { WalkthroughSummary } from '../../model/pack/guide-summary.ts';
import type { Translate } from '../../runtime/translate.ts';
import { ChecklistOffers } from '../checklist/checklist-view.tsx';
import { onlyTrusted } from '../host/only-trusted.ts';
import type { FeedbackContext, FeedbackPanel, OverlayActions, OverlayState } from '../overlay-state.ts';
import { type FormActions, FormFrame } from '../ui/form-frame.tsx';
import { MuteView } from './mute-view.tsx';
import { SentControl } from './sent-control.tsx';
import { usePanelPosition } from './use-panel-position.ts';

const CHOICES: readonly { choice: Choice; mark: string }[] = [
  { choice: 'slowed', mark: '◷' },
  { choice: 'confused', mark: '?' },
  { choice: 'missing', mark: '∅' },
  { choice: 'idea', mark: '✎' },
  { choice: 'works', mark: '✓' },
];

interface PanelProps {
  state: OverlayState;
  /** The button that it opens from. */
  launcherButton: RefObject<HTMLElement | null>;
  t: Translate;
  actions: OverlayActions;
  close: () => void;
}

/** What opens from the feedback button: five choices, one click each, and the walkthroughs of this page. */
export function FeedbackPanelView({ state, launcherButton, t, actions, close }: PanelProps) {
  const panel = state.panel.value;
  const guides = state.guides.value;
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
      {panel.shows === 'choices' && <Choices context={panel.context} t={t} actions={actions} />}
      {panel.shows === 'sending' && <p class="notice">{t('feedbackSending')}</p>}
      {panel.shows === 'sent' && <Sent choice={panel.choice} formUrl={panel.formUrl} t={t} form={actions.content.form} />}
      {panel.shows === 'failed' && <Failed panel={panel} t={t} actions={actions} />}
      {panel.shows === 'choices' && lists.length > 0 && <ChecklistOffers lists={lists} t={t} actions={actions.content} />}
      {panel.shows === 'choices' && guides.length > 0 && <Guides guides={guides} t={t} actions={actions} />}
      {panel.shows === 'choices' && (
        <MuteView
          isMuted={state.isMuted.value}
          hasGuide={state.openTip.value !== null || state.content.activePrompt.value !== null}
          t={t}
          actions={actions}
        />
      )}
      <button type="button" class="quiet end" onClick={onlyTrusted(close)}>
        {t('close')}
      </button>
    </div>
  );
}

function Choices({ context, t, actions }: { context: FeedbackContext; t: Translate; actions: OverlayActions }) {
  return (
    <>
      <h2>{t('feedbackTitle')}</h2>
      <ul class="choices">
        {CHOICES.map(({ choice, mark }) => (
          <li key={choice}>
            <button type="button" onClick={onlyTrusted(() => actions.sendFeedback(choice, context))}>
              <span class="mark" aria-hidden="true">
                {mark}
              </span>
              {t(`choice_${choice}`)}
            </button>
          </li>
        ))}
      </ul>
      <details class="goes">
        <summary>{t('feedbackGoes')}</summary>
        <dl>
          <dt>{t('goesApp')}</dt>
          <dd>{context.app}</dd>
          <dt>{t('goesPage')}</dt>
          <dd dir="ltr">{context.route}</dd>
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
    </>
  );
}

function Guides({ guides, t, actions }: { guides: WalkthroughSummary[]; t: Translate; actions: OverlayActions }) {
  return (
    <>
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
    </>
  );
}

function Sent({ choice, formUrl, t, form }: { choice: Choice; formUrl: string | null; t: Translate; form: FormActions }) {
  return (
    <>
      <h2>{t('feedbackThanks')}</h2>
      <p class="body">{t('feedbackThanksBody', t(`choice_${choice}`))}</p>
      {formUrl && <FormFrame url={formUrl} for="feedback" t={t} actions={form} />}
    </>
  );
}

function Failed({
  panel,
  t,
  actions,
}: {
  panel: Extract<FeedbackPanel, { shows: 'failed' }>;
  t: Translate;
  actions: OverlayActions;
}) {
  return (
    <>
      <h2>{t('feedbackFailed')}</h2>
      <p class="body">{panel.why}</p>
      <button type="button" class="main" onClick={onlyTrusted(() => actions.sendFeedback(panel.choice, panel.context))}>
        {t('tryAgain')}
      </button>
    </>
  );
}
