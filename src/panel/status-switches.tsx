import { useId } from 'preact/hooks';
import type { ExtensionStatus } from '../messaging/extension-messages.ts';
import { endOfDay } from '../model/person/mute.ts';
import type { Translate } from '../runtime/translate.ts';
import type { BrowserStatus } from './browser-status.ts';
import { isMuted, muteEnd, muteText, pauseText } from './status-texts.ts';

export interface StatusSwitchesProps {
  status: BrowserStatus;
  /** Id of the app in front, if it is one. */
  app: string | undefined;
  t: Translate;
  now: () => number;
}

type Duration = 'hour' | 'today' | 'open';

/** Two switches: whether tips are shown, and whether anything is recorded. What is off says until when, and for how long can be changed. */
export function StatusSwitches({ status, app, t, now }: StatusSwitchesProps) {
  const current = status.current.value;
  if (!current) return null;
  const end = muteEnd(current, now());
  return (
    <div class="switches">
      <SwitchRow
        label={t('tipsSwitch')}
        text={muteText(current, t, now())}
        isOn={!isMuted(current, now(), app)}
        flip={(on) => (on ? status.unmute(mutedFor(current, app)) : status.mute('hour'))}
        duration={durationUntil(end, now())}
        choose={(duration) => status.mute(duration === 'open' ? 'always' : duration)}
        t={t}
      />
      <SwitchRow
        label={t('recordingSwitch')}
        text={pauseText(current, t, now())}
        isOn={!current.pause}
        flip={(on) => status.pause(on ? 'none' : 'hour')}
        duration={durationUntil(current.pause?.until, now())}
        choose={(duration) => status.pause(duration === 'open' ? 'until asked' : duration)}
        t={t}
      />
      {status.failed.value && (
        <p class="bad" role="alert">
          {t('formUnanswered')}
        </p>
      )}
    </div>
  );
}

const mutedFor = ({ mute }: ExtensionStatus, app: string | undefined): readonly string[] => (app ? [app] : mute.apps);

function durationUntil(end: number | 'asked' | undefined, now: number): Duration | undefined {
  if (end === undefined) return undefined;
  if (end === 'asked') return 'open';
  return end === endOfDay(now) ? 'today' : 'hour';
}

interface SwitchRowProps {
  label: string;
  text: string;
  isOn: boolean;
  flip(on: boolean): void;
  /** For how long it is off; undefined while it is on, or off for a reason without a duration. */
  duration: Duration | undefined;
  choose(duration: Duration): void;
  t: Translate;
}

function SwitchRow({ label, text, isOn, flip, duration, choose, t }: SwitchRowProps) {
  const id = useId();
  return (
    <div class="switch-row">
      <span id={id} class="label">
        {label}
      </span>
      <button type="button" role="switch" class="switch" aria-labelledby={id} aria-checked={isOn} onClick={() => flip(!isOn)}>
        <span class="knob" />
      </button>
      <p role="status" class="soft">
        {text}
      </p>
      {duration && (
        <select
          aria-label={t('howLong', label)}
          value={duration}
          onChange={({ currentTarget }) => choose(currentTarget.value as Duration)}
        >
          <option value="hour">{t('forAnHour')}</option>
          <option value="today">{t('untilMidnight')}</option>
          <option value="open">{t('untilTurnedOn')}</option>
        </select>
      )}
    </div>
  );
}
