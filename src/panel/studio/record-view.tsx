import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { StudioState, TranslationState } from '../../messaging/studio-messages.ts';
import type { StudioDraft } from '../../model/studio/studio-draft.ts';
import { controlText } from '../../runtime/control-text.ts';
import { type Translate, underscored } from '../../runtime/translate.ts';
import { countSteps } from '../../studio/draft/apply-report.ts';
import { StrengthLight } from './anchor-light.tsx';
import { languageName } from './language-name.ts';
import type { RecordingControl } from './recording.ts';
import { wordingFor } from './step-name.ts';

interface RecordViewProps {
  recording: RecordingControl;
  state: StudioState;
  t: Translate;
}

/** Recording: a button to begin, and while it goes on the steps as they come, and what was not caught. */
export function RecordView({ recording, state, t }: RecordViewProps) {
  if (!state.recording)
    return (
      <div class="record-start">
        <button type="button" class="main full" disabled={!state.may.record} onClick={() => void recording.start()}>
          <span class="dot" aria-hidden="true" /> {t('studioRecord')}
        </button>
        <p class="soft">{state.may.record ? t('studioRecordWhat') : t('studioRecordNotHere')}</p>
      </div>
    );
  const draft = recording.draft.value;
  const { missed, unseenFrames, translation } = state.recording;
  return (
    <section class="recording" aria-labelledby="recording">
      <h2 id="recording">
        <span class="dot live" aria-hidden="true" /> {t('studioRecording')}
      </h2>
      <p class="soft">{translation ? t('studioRepeatingWhat', languageName(translation.language)) : t('studioRecordingWhat')}</p>
      {unseenFrames > 0 && <p class="warning">{t('studioUnseenFrames', unseenFrames)}</p>}
      <div role="alert">
        <ul class="missed">
          {missed
            .filter(({ id }) => !recording.isHandled(id))
            .map((one) => (
              <li key={one.id}>
                <p>{t(`missed_${underscored(one.why)}`, controlText({ role: one.role ?? '' }, t))}</p>
                <div class="row">
                  <button type="button" onClick={() => void recording.addByHand(one.id)}>
                    {t('studioAddByHand')}
                  </button>
                  <button type="button" class="quiet" onClick={() => recording.dismissMissed(one.id)}>
                    {t('studioDropOffer')}
                  </button>
                </div>
              </li>
            ))}
        </ul>
      </div>
      {draft && (translation ? <RepeatedSteps {...{ draft, translation, t }} /> : <LiveSteps draft={draft} t={t} />)}
      <button type="button" class="main full" onClick={() => void recording.stop()}>
        {t('studioStop')}
      </button>
    </section>
  );
}

/** The steps so far. Each new one is announced by its title. */
function LiveSteps({ draft, t }: { draft: StudioDraft; t: Translate }) {
  const latest = useSignal('');
  const steps = draft.guide.kind === 'walkthrough' && countSteps(draft) > 0 ? draft.guide.steps : [];
  const last = steps.at(-1);
  const title = last ? wordingFor(last.title, draft.language) : '';
  useEffect(() => {
    latest.value = title;
  }, [last?.id, title]);
  return (
    <>
      <p class="unseen" role="status">
        {latest.value && t('studioStepAdded', latest.value)}
      </p>
      <ol class="live-steps">
        {steps.map(({ id, title: text }) => {
          const notes = draft.notes[id];
          return (
            <li key={id}>
              <span lang={draft.language} dir="auto">
                {wordingFor(text, draft.language)}
              </span>
              {notes && <StrengthLight notes={notes} t={t} />}
              {notes?.offers?.map((offer) => (
                <span key={offer} class="soft">
                  {t(`offer_${underscored(offer)}`)}
                </span>
              ))}
            </li>
          );
        })}
      </ol>
    </>
  );
}

interface RepeatedStepsProps {
  draft: StudioDraft;
  translation: TranslationState;
  t: Translate;
}

/** The steps of the draft while they are repeated in another language: which are done, and how many acts were none of them. */
function RepeatedSteps({ draft, translation, t }: RepeatedStepsProps) {
  const { done, of, unmatched, language } = translation;
  const steps = draft.guide.kind === 'walkthrough' ? draft.guide.steps : [];
  return (
    <>
      <p role="status">{t('studioRepeated', String(done.length), String(of))}</p>
      {unmatched > 0 && <p class="warning">{t('studioUnmatched', String(unmatched))}</p>}
      <ol class="live-steps">
        {steps.map(({ id, title }) => (
          <li key={id}>
            <span lang={done.includes(id) ? language : draft.language} dir="auto">
              {wordingFor(title, done.includes(id) ? language : draft.language)}
            </span>
            {done.includes(id) && <span class="soft">✓ {t('studioStepRepeated')}</span>}
          </li>
        ))}
      </ol>
    </>
  );
}
