import { type Signal, signal } from '@preact/signals';
import type { Ask } from '../messaging/ask.ts';
import type { ExtensionStatus } from '../messaging/extension-messages.ts';
import type { Body } from '../messaging/messages.ts';
import { isMutedIn } from '../model/person/mute.ts';
import type { PlainMessageKey, Translate } from '../runtime/translate.ts';
import { formatMoment } from './format-time.ts';

export interface PauseControlsDeps {
  ask: Ask;
  t: Translate;
  now: () => number;
}
type PauseRequest = Body<'pause'>['wish'];
type MuteRequest = Body<'mute'>['wish'];

/** Whether it is quiet, and whether things are recorded; and the person's wishes about both. */
export function createPauseControls({ ask, t, now }: PauseControlsDeps) {
  const status: Signal<ExtensionStatus | null> = signal(null);
  const failed = signal(false);

  async function read(): Promise<void> {
    const reply = await ask('status', {});
    if (reply.ok) status.value = reply;
  }
  async function afterRequest(reply: Promise<{ ok: boolean }>): Promise<void> {
    failed.value = !(await reply).ok;
    await read();
  }
  const pause = (request: PauseRequest) => void afterRequest(ask('pause', { wish: request }));
  const mute = (request: MuteRequest) => void afterRequest(ask('mute', { wish: request }));

  function pauseText(): string {
    const current = status.value?.pause;
    if (!current) return t('pauseOff');
    return current.until === 'asked' ? t('pauseUntilResumed') : t('pauseUntil', formatMoment(current.until, now()));
  }

  function PauseButtons() {
    if (status.value?.pause)
      return (
        <button type="button" class="main" onClick={() => pause('none')}>
          {t('pauseEnd')}
        </button>
      );
    return (
      <RequestButtons
        requests={['hour', 'today', 'until asked']}
        keys={['pauseHour', 'pauseToday', 'pauseUntilResume']}
        t={t}
        send={pause}
      />
    );
  }

  function MuteButtons() {
    const muteState = status.value?.quiet;
    if (muteState && (isMutedIn(muteState, '', now()) || muteState.apps.length > 0))
      return (
        <button type="button" class="main" onClick={() => mute('none')}>
          {t('muteEnd')}
        </button>
      );
    return (
      <RequestButtons
        requests={['hour', 'today', 'always']}
        keys={['muteHour', 'muteToday', 'muteUntilUnmuted']}
        t={t}
        send={mute}
      />
    );
  }

  const muteText = (): string => {
    const muteState = status.value?.quiet;
    return t(muteState && (isMutedIn(muteState, '', now()) || muteState.apps.length > 0) ? 'muteIsOn' : 'muteIsOff');
  };

  /** Said above every section, so that nobody forgets it. */
  function PauseBanner() {
    if (!status.value?.pause) return null;
    return (
      <div class="banner">
        <p>{pauseText()}</p>
        <PauseButtons />
      </div>
    );
  }

  function PauseSection() {
    if (!status.value) return <p>{t('loading')}</p>;
    return (
      <>
        <h2>{t('pauseTitle')}</h2>
        <p role="status">{pauseText()}</p>
        <p class="soft">{t('pauseWhat')}</p>
        <p class="soft">{t('pauseFeedback')}</p>
        {!status.value.pause && (
          <div class="row">
            <PauseButtons />
          </div>
        )}
        {failed.value && (
          <p class="bad" role="alert">
            {t('formUnanswered')}
          </p>
        )}
        <h2>{t('muteTitle')}</h2>
        <p role="status">{muteText()}</p>
        <div class="row">
          <MuteButtons />
        </div>
      </>
    );
  }
  return {
    Rest: PauseSection,
    PauseBanner,
    PauseButtons,
    QuietButtons: MuteButtons,
    sayPause: pauseText,
    sayQuiet: muteText,
    status,
    read,
  };
}

interface RequestButtonsProps<W extends string> {
  requests: readonly W[];
  keys: readonly PlainMessageKey[];
  t: Translate;
  send(request: W): void;
}

function RequestButtons<W extends string>({ requests, keys, t, send }: RequestButtonsProps<W>) {
  return (
    <>
      {requests.map((request, at) => (
        <button type="button" key={request} onClick={() => send(request)}>
          {t(keys[at]!)}
        </button>
      ))}
    </>
  );
}
