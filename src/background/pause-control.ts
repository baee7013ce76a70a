import { mayRecord, type Pause, type PauseLength, pauseFor } from '../ledger/pause.ts';
import type { Clock } from '../runtime/clock.ts';
import type { StoredItem } from '../runtime/stored-item.ts';

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

interface PauseDeps {
  item: StoredItem<Pause | null>;
  alarms: { create(name: string, at: { when: number }): unknown; clear(name: string): Promise<unknown> };
  clock: Pick<Clock, 'now'>;
  /** Nothing is recorded from now on, or it is again. */
  onChange(): Promise<void>;
}

const PAUSE_ALARM = 'cairn-pause';

/** Keeps the person's wish that nothing be recorded. Storage that cannot be read throws, and then nothing is recorded either. */
export function createPauseControl({ item, alarms, clock, onChange }: PauseDeps): PauseControl {
  async function current(): Promise<Pause | undefined> {
    const pause = (await item.get()) ?? undefined;
    return mayRecord(pause, clock.now()) ? undefined : pause;
  }

  async function scheduleEnd(pause: Pause | null): Promise<void> {
    if (pause && pause.until !== 'asked') alarms.create(PAUSE_ALARM, { when: pause.until });
    else await alarms.clear(PAUSE_ALARM);
  }

  async function set(pause: Pause | null): Promise<void> {
    await item.set(pause);
    await scheduleEnd(pause);
    await onChange();
  }

  /** Ends a pause that is over, and has an alarm wake us at the end of one that is not. */
  async function endOrSchedule(): Promise<void> {
    let isOver = false;
    const pause = await item.update((stored) => {
      isOver = stored !== null && mayRecord(stored, clock.now());
      return isOver ? null : stored;
    });
    if (isOver || pause) await scheduleEnd(pause);
    if (isOver) await onChange();
  }

  return {
    current,
    begin: (length) => set(pauseFor(length, clock.now())),
    end: () => set(null),
    resume: endOrSchedule,
    onAlarm: async (name) => {
      if (name === PAUSE_ALARM) await endOrSchedule();
    },
  };
}
