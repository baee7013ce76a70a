import { type Signal, signal } from '@preact/signals';
import { type Ask, isUnanswered } from '../messaging/ask.ts';
import type { Body, Status } from '../messaging/messages.ts';
import { isQuietIn } from '../model/quiet.ts';
import type { Say } from '../runtime/say.ts';
import { sayMoment } from './say-time.ts';

export interface RestMeans {
  ask: Ask;
  say: Say;
  now: () => number;
}
type Wish = Body<'pause'>['wish'];
type QuietWish = Body<'quiet'>['wish'];

/** Whether it is quiet, and whether things are recorded; and the person's wishes about both. */
export function createRest({ ask, say, now }: RestMeans) {
  const status: Signal<Status | null> = signal(null);
  const failed = signal(false);

  async function read(): Promise<void> {
    const reply = await ask('status', {});
    if (!isUnanswered(reply)) status.value = reply;
  }
  async function told(done: Promise<unknown>): Promise<void> {
    failed.value = isUnanswered(await done);
    await read();
  }
  const pause = (wish: Wish) => void told(ask('pause', { wish }));
  const quiet = (wish: QuietWish) => void told(ask('quiet', { wish }));

  function sayPause(): string {
    const kept = status.value?.pause;
    if (!kept) return say('pauseOff');
    return kept.until === 'asked' ? say('pauseUntilAsked') : say('pauseUntil', sayMoment(kept.until, now()));
  }

  function PauseButtons() {
    if (status.value?.pause)
      return (
        <button type="button" class="main" onClick={() => pause('none')}>
          {say('pauseEnd')}
        </button>
      );
    return (
      <Three wishes={['hour', 'today', 'until asked']} keys={['pauseHour', 'pauseToday', 'pauseAsked']} say={say} act={pause} />
    );
  }

  function QuietButtons() {
    const kept = status.value?.quiet;
    if (kept && (isQuietIn(kept, '', now()) || kept.apps.length > 0))
      return (
        <button type="button" class="main" onClick={() => quiet('none')}>
          {say('quietEnd')}
        </button>
      );
    return (
      <Three wishes={['hour', 'today', 'always']} keys={['quietHour', 'quietToday', 'quietUntilAsked']} say={say} act={quiet} />
    );
  }

  const sayQuiet = (): string => {
    const kept = status.value?.quiet;
    return say(kept && (isQuietIn(kept, '', now()) || kept.apps.length > 0) ? 'quietIsOn' : 'quietIsOff');
  };

  /** Said above every section, so that nobody forgets it. */
  function PauseBanner() {
    if (!status.value?.pause) return null;
    return (
      <div class="banner">
        <p>{sayPause()}</p>
        <PauseButtons />
      </div>
    );
  }

  function Rest() {
    if (!status.value) return <p>{say('loading')}</p>;
    return (
      <>
        <h2>{say('pauseTitle')}</h2>
        <p role="status">{sayPause()}</p>
        <p class="soft">{say('pauseWhat')}</p>
        <p class="soft">{say('pauseFeedback')}</p>
        {!status.value.pause && (
          <div class="row">
            <PauseButtons />
          </div>
        )}
        {failed.value && (
          <p class="bad" role="alert">
            {say('formUnanswered')}
          </p>
        )}
        <h2>{say('quietTitle')}</h2>
        <p role="status">{sayQuiet()}</p>
        <div class="row">
          <QuietButtons />
        </div>
      </>
    );
  }
  return { Rest, PauseBanner, PauseButtons, QuietButtons, sayPause, sayQuiet, status, read };
}

interface ThreeProps<W extends string> {
  wishes: readonly W[];
  keys: readonly string[];
  say: Say;
  act(wish: W): void;
}

function Three<W extends string>({ wishes, keys, say, act }: ThreeProps<W>) {
  return (
    <>
      {wishes.map((wish, at) => (
        <button type="button" key={wish} onClick={() => act(wish)}>
          {say(keys[at]!)}
        </button>
      ))}
    </>
  );
}
