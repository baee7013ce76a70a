import { roleOf } from '../../locator/page/role.ts';
import { after } from '../../runtime/lifetime.ts';
import type { ActLog } from './act-log.ts';
import type { ActPress, RecorderContext } from './recorder-context.ts';

/** What was pressed without looking as if it could be pressed counts if the page changes within this time. */
export const EFFECT_MS = 400;

/** Presses on what is no control, as far as the page says: one is an act if something comes of it. */
export function createAreaPresses({ log, changes, lifetime }: RecorderContext) {
  let waiting: ActPress | undefined;

  const report = (press: ActPress) => {
    if (press.description) press.id = log.begin('click', press.subject.element, press.description, press.at);
    else reportMissed(log, press);
  };

  /** What comes of it has come by now. */
  function decide(): void {
    const press = waiting;
    waiting = undefined;
    if (press && changes.hasChanged(press.at) && !press.id) report(press);
  }

  return {
    settle(press: ActPress): void {
      waiting = press;
      after(EFFECT_MS, () => waiting === press && decide(), lifetime);
    },
    /** The next press goes down, and what happens from now on may come of that. */
    decide,
    forget(): void {
      waiting = undefined;
    },
    /** The page is being left, which may be what comes of it. */
    leave(): void {
      if (waiting && !waiting.id) report(waiting);
      waiting = undefined;
    },
  };
}

/** Of that press no step can be made. */
export const reportMissed = (log: ActLog, { subject, at }: ActPress): void =>
  log.missed(subject.kind === 'area' ? 'no-control' : 'not-drawn', at, roleOf(subject.element));
