import { signal } from '@preact/signals';
import { type Ask, isUnanswered } from '../messaging/ask.ts';
import type { Status } from '../messaging/messages.ts';
import { isQuietIn, type QuietWish } from '../model/quiet.ts';
import type { Say } from '../runtime/say.ts';

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
  const quiet = async (wish: QuietWish) => {
    await ask('quiet', { wish });
    await read();
  };
  void read();

  return function Popup() {
    const known = status.value;
    if (!known) return <p>{say('loading')}</p>;
    const isQuiet = isQuietIn(known.quiet, '', now()) || known.quiet.apps.length > 0;
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
            <button type="button" class="main" onClick={() => void quiet('none')}>
              {say('quietEnd')}
            </button>
          ) : (
            <>
              <button type="button" onClick={() => void quiet('hour')}>
                {say('quietHour')}
              </button>
              <button type="button" onClick={() => void quiet('today')}>
                {say('quietToday')}
              </button>
              <button type="button" onClick={() => void quiet('always')}>
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
