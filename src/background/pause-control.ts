import { mayRecord, type Pause, type PauseLength, pauseFor } from '../ledger/pause.ts';
import type { PolicyCache } from '../policy/watch-policy.ts';
import type { Clock } from '../runtime/clock.ts';

export interface PauseControl {
  /** The pause that is in force now; it outlives the worker and the browser. */
  current(): Promise<Pause | undefined>;
  begin(length: PauseLength): Promise<void>;
  end(): Promise<void>;
  /** Browsers may forget alarms when they are closed: to be called when the worker starts. */
  resume(): Promise<void>;
  /** To be called for every alarm; alarms of others are left alone. */
  onAlarm(name: string): Promise<void>;
}

export interface PauseDeps {
  value: PolicyCache;
  alarms: { create(name: string, at: { when: number }): unknown; clear(name: string): Promise<unknown> };
  clock: Pick<Clock, 'now'>;
  /** Nothing is recorded from now on, or it is again. */
  onChange(): Promise<void>;
}

const PAUSE_ALARM = 'cairn-pause';

/** Keeps the person's wish that nothing be recorded. Storage that cannot be read throws, and then nothing is recorded either. */
export function createPauseControl({ value, alarms, clock, onChange }: PauseDeps): PauseControl {
  const stored = async () => ((await value.get()) ?? undefined) as Pause | undefined;

  async function current(): Promise<Pause | undefined> {
    const pause = await stored();
    return mayRecord(pause, clock.now()) ? undefined : pause;
  }

  async function scheduleEnd(pause: Pause | undefined): Promise<void> {
    if (pause && pause.until !== 'asked') alarms.create(PAUSE_ALARM, { when: pause.until });
    else await alarms.clear(PAUSE_ALARM);
  }

  async function set(pause: Pause | undefined): Promise<void> {
    await value.set(pause ?? null);
    await scheduleEnd(pause);
    await onChange();
  }

  /** Ends what is over, and is woken at the end of what is not. */
  async function endOrSchedule(): Promise<void> {
    const [before, now] = [await stored(), await current()];
    if (before && !now) await set(undefined);
    else if (now) await scheduleEnd(now);
  }

  return {
    current,
    begin: (length) => set(pauseFor(length, clock.now())),
    end: () => set(undefined),
    resume: endOrSchedule,
    onAlarm: async (name) => {
      if (name === PAUSE_ALARM) await endOrSchedule();
    },
  };
}
