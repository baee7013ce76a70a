import { mayRecord, type Pause, type PauseLength, pauseFor } from '../../src/ledger/pause.ts';
import type { PolicyCache } from '../../src/policy/watch-policy.ts';
import type { Clock } from '../../src/runtime/clock.ts';

export interface Pausing {
  /** The pause that is in force now; it outlives the worker and the browser. */
  current(): Promise<Pause | undefined>;
  begin(length: PauseLength): Promise<void>;
  end(): Promise<void>;
  /** Browsers may forget alarms when they are closed: to be called when the worker starts. */
  resume(): Promise<void>;
  /** To be called for every alarm; alarms of others are left alone. */
  onAlarm(name: string): Promise<void>;
}

export interface PauseMeans {
  value: PolicyCache;
  alarms: { create(name: string, at: { when: number }): unknown; clear(name: string): Promise<unknown> };
  clock: Pick<Clock, 'now'>;
  /** Nothing is recorded from now on, or it is again. */
  changed(): Promise<void>;
}

const ALARM = 'cairn-pause';

/** Keeps the person's wish that nothing be recorded. Storage that cannot be read throws, and then nothing is recorded either. */
export function createPause({ value, alarms, clock, changed }: PauseMeans): Pausing {
  const kept = async () => ((await value.get()) ?? undefined) as Pause | undefined;

  async function current(): Promise<Pause | undefined> {
    const pause = await kept();
    return mayRecord(pause, clock.now()) ? undefined : pause;
  }

  async function wakeAtEnd(pause: Pause | undefined): Promise<void> {
    if (pause && pause.until !== 'asked') alarms.create(ALARM, { when: pause.until });
    else await alarms.clear(ALARM);
  }

  async function set(pause: Pause | undefined): Promise<void> {
    await value.set(pause ?? null);
    await wakeAtEnd(pause);
    await changed();
  }

  /** Ends what is over, and is woken at the end of what is not. */
  async function settle(): Promise<void> {
    const [before, now] = [await kept(), await current()];
    if (before && !now) await set(undefined);
    else if (now) await wakeAtEnd(now);
  }

  return {
    current,
    begin: (length) => set(pauseFor(length, clock.now())),
    end: () => set(undefined),
    resume: settle,
    onAlarm: async (name) => {
      if (name === ALARM) await settle();
    },
  };
}
