import type { ExtensionStatus } from '../messaging/extension-messages.ts';
import { isMutedIn } from '../model/person/mute.ts';
import type { PlainMessageKey, Translate } from '../runtime/translate.ts';
import type { BrowserStatus, MuteRequestBody, PauseRequest } from './browser-status.ts';
import { formatMoment } from './format-time.ts';

interface MuteAndPauseProps {
  status: BrowserStatus;
  t: Translate;
  now: () => number;
}

/** Are tips muted in general, or in some app? */
const areTipsMuted = ({ mute }: ExtensionStatus, now: number): boolean => isMutedIn(mute, '', now) || mute.apps.length > 0;

/** Whether tips are muted, in a sentence. */
export const muteText = (status: ExtensionStatus, t: Translate, now: number): string =>
  t(areTipsMuted(status, now) ? 'muteIsOn' : 'muteIsOff');

/** Whether things are recorded, in a sentence. */
export function pauseText({ pause }: ExtensionStatus, t: Translate, now: number): string {
  if (!pause) return t('pauseOff');
  return pause.until === 'asked' ? t('pauseUntilResumed') : t('pauseUntil', formatMoment(pause.until, now));
}

const PAUSE_BUTTONS: [PauseRequest, PlainMessageKey][] = [
  ['hour', 'pauseHour'],
  ['today', 'pauseToday'],
  ['until asked', 'pauseUntilResume'],
];

const MUTE_BUTTONS: [MuteRequestBody, PlainMessageKey][] = [
  ['hour', 'muteHour'],
  ['today', 'muteToday'],
  ['always', 'muteUntilUnmuted'],
];

export function PauseButtons({ status, t }: MuteAndPauseProps) {
  if (status.current.value?.pause)
    return (
      <button type="button" class="main" onClick={() => status.pause('none')}>
        {t('pauseEnd')}
      </button>
    );
  return <RequestButtons requests={PAUSE_BUTTONS} t={t} send={status.pause} />;
}

export function MuteButtons({ status, t, now }: MuteAndPauseProps) {
  const current = status.current.value;
  if (current && areTipsMuted(current, now()))
    return (
      <button type="button" class="main" onClick={() => status.mute('none')}>
        {t('muteEnd')}
      </button>
    );
  return <RequestButtons requests={MUTE_BUTTONS} t={t} send={status.mute} />;
}

interface RequestButtonsProps<R extends string> {
  requests: readonly (readonly [R, PlainMessageKey])[];
  t: Translate;
  send(request: R): void;
}

function RequestButtons<R extends string>({ requests, t, send }: RequestButtonsProps<R>) {
  return (
    <>
      {requests.map(([request, key]) => (
        <button type="button" key={request} onClick={() => send(request)}>
          {t(key)}
        </button>
      ))}
    </>
  );
}

/** Shown above every section while recording is paused. */
export function PauseBanner(props: MuteAndPauseProps) {
  const current = props.status.current.value;
  if (!current?.pause) return null;
  return (
    <div class="banner">
      <p>{pauseText(current, props.t, props.now())}</p>
      <PauseButtons {...props} />
    </div>
  );
}

/** The section where a person pauses recording and mutes tips. */
export function MuteAndPauseSection(props: MuteAndPauseProps) {
  const { status, t, now } = props;
  const current = status.current.value;
  if (!current) return <p>{t('loading')}</p>;
  return (
    <>
      <h2>{t('pauseTitle')}</h2>
      <p role="status">{pauseText(current, t, now())}</p>
      <p class="soft">{t('pauseWhat')}</p>
      <p class="soft">{t('pauseFeedback')}</p>
      {!current.pause && (
        <div class="row">
          <PauseButtons {...props} />
        </div>
      )}
      {status.failed.value && (
        <p class="bad" role="alert">
          {t('formUnanswered')}
        </p>
      )}
      <h2>{t('muteTitle')}</h2>
      <p role="status">{muteText(current, t, now())}</p>
      <div class="row">
        <MuteButtons {...props} />
      </div>
    </>
  );
}
