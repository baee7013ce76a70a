import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { LocalizedQuestionType } from '../../model/pack/localized-guide.ts';
import type { Translate } from '../../runtime/translate.ts';
import type { ActivePrompt, ContentActions } from '../content-state.ts';
import { onlyTrusted } from '../host/only-trusted.ts';
import { useDocked } from '../placement/use-docked.ts';
import { FormFrame } from '../ui/form-frame.tsx';
import { RichView } from '../ui/rich-view.tsx';
import { PromptHead } from './prompt-head.tsx';
import { RatingView } from './rating-view.tsx';

interface QuestionProps {
  prompt: Extract<ActivePrompt, { kind: 'question' }>;
  appName: string;
  t: Translate;
  actions: ContentActions;
}

/** A question: two ratings, a choice in one press, or text in a frame of the extension. "No thanks" is as close as the answer. */
export function QuestionView({ prompt: { guide, stage }, appName, t, actions }: QuestionProps) {
  const box = useRef<HTMLElement>(null);
  useDocked(box, { as: 'prompt' });
  const isThanked = stage.is === 'thanked';
  const leave = isThanked ? actions.close : actions.dismiss;
  return (
    <section
      ref={box}
      class="card news"
      tabIndex={-1}
      aria-label={t('questionName', guide.title.text)}
      onKeyDown={onlyTrusted<KeyboardEvent>((event) => event.key === 'Escape' && leave())}
    >
      <PromptHead guide={guide} kind={t('question')} title={guide.title} t={t} />
      {!isThanked && guide.body && (
        <div class="body" lang={guide.body.language} dir="auto">
          <RichView rich={guide.body.rich} />
        </div>
      )}
      {stage.is === 'asking' && stage.why && <p class="notice">{stage.why}</p>}
      {(stage.is === 'asking' || stage.is === 'sending') && (
        <Asking asks={guide.asks} appName={appName} busy={stage.is === 'sending'} t={t} actions={actions} />
      )}
      {stage.is === 'writing' && (
        <>
          <FormFrame url={stage.formUrl} for="answer" t={t} actions={actions.form} />
          <Footer t={t} actions={actions} />
        </>
      )}
      {isThanked && (
        <>
          <p class="notice">{t('answerThanks')}</p>
          <div class="row">
            <button type="button" onClick={onlyTrusted(leave)}>
              {t('close')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

interface AskingProps {
  asks: LocalizedQuestionType;
  appName: string;
  busy: boolean;
  t: Translate;
  actions: ContentActions;
}

function Asking({ asks, appName, busy, t, actions }: AskingProps) {
  switch (asks.what) {
    case 'umux-lite':
      return <UmuxLite about={asks.about?.text ?? appName} busy={busy} t={t} actions={actions} />;
    case 'choice':
      return (
        <>
          <ul class="choices options">
            {asks.options.map(({ id, text }) => (
              <li key={id}>
                <button
                  type="button"
                  disabled={busy}
                  lang={text.language}
                  dir="auto"
                  onClick={onlyTrusted(() => actions.answer({ what: 'choice', option: id }))}
                >
                  {text.text}
                </button>
              </li>
            ))}
          </ul>
          <Footer t={t} actions={actions} />
        </>
      );
    case 'words':
      return (
        <Footer t={t} actions={actions}>
          <button type="button" class="main" disabled={busy} onClick={onlyTrusted(actions.openAnswerForm)}>
            {t('writeAnswer')}
          </button>
        </Footer>
      );
  }
}

function UmuxLite({ about, busy, t, actions }: { about: string; busy: boolean; t: Translate; actions: ContentActions }) {
  const capabilities = useSignal(0);
  const ease = useSignal(0);
  const isComplete = capabilities.value > 0 && ease.value > 0;
  const send = () => actions.answer({ what: 'umux-lite', capabilities: capabilities.value, ease: ease.value });
  return (
    <>
      <RatingView name="capabilities" statement={t('umuxCapabilities', about)} rating={capabilities} t={t} />
      <RatingView name="ease" statement={t('umuxEase', about)} rating={ease} t={t} />
      <Footer t={t} actions={actions}>
        <button type="button" class="main" disabled={!isComplete || busy} onClick={onlyTrusted(send)}>
          {t('sendAnswer')}
        </button>
      </Footer>
    </>
  );
}

function Footer({ t, actions, children }: { t: Translate; actions: ContentActions; children?: ComponentChildren }) {
  return (
    <>
      <p class="sample">{t('answerNoName')}</p>
      <div class="row">
        {children}
        <button type="button" class="quiet" onClick={onlyTrusted(actions.dismiss)}>
          {t('noThanks')}
        </button>
      </div>
    </>
  );
}
