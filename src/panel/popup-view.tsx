import { signal } from '@preact/signals';
import { type Ask, isUnanswered } from '../messaging/ask.ts';
import type { Status } from '../messaging/messages.ts';
import type { Say } from './say.ts';

interface PopupOptions {
  ask: Ask;
  say: Say;
  now: () => number;
  openStatus: () => void;
}

/** What is on, and quiet for an hour, for today, or until asked. */
export function createPopup({ ask, say, now, openStatus }: PopupOptions) {
  const status = signal<Status | null>(null);
  const read = async () => {
    const reply = await ask('status', {});
    if (!isUnanswered(reply)) status.value = reply;
  };
  const quiet = async (until: number | null) => {
    await ask('quiet', { until });
    await read();
  };
  void read();

  return function Popup() {
    const known = status.value;
    if (!known) return <p>{say('loading')}</p>;
    const isQuiet = known.quietUntil !== null && known.quietUntil > now();
    return (
      <>
        <h1>Cairn</h1>
        {known.policy.apps.length === 0 ? (
          <p>{say('popupNoApps')}</p>
        ) : (
          <p>{say('popupApps', known.policy.apps.map((app) => app.name).join(', '))}</p>
        )}
        <p role="status">{isQuiet ? say('quietIsOn') : say('quietIsOff')}</p>
        <div class="row">
          {isQuiet ? (
            <button type="button" class="main" onClick={() => void quiet(null)}>
              {say('quietEnd')}
            </button>
          ) : (
            <>
              <button type="button" onClick={() => void quiet(now() + 3_600_000)}>
                {say('quietHour')}
              </button>
              <button type="button" onClick={() => void quiet(endOfDay(now()))}>
                {say('quietToday')}
              </button>
              <button type="button" onClick={() => void quiet(Number.MAX_SAFE_INTEGER)}>
                {say('quietUntilAsked')}
              </button>
            </>
          )}
        </div>
        <div class="row">
          <button type="button" onClick={openStatus}>
            {say('openStatus')}
          </button>
        </div>
      </>
    );
  };
}

export function endOfDay(now: number): number {
  const day = new Date(now);
  day.setHours(24, 0, 0, 0);
  return day.getTime();
}
