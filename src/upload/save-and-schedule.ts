import type { Clock } from '../runtime/clock.ts';
import { saveState, type UploadState, type UploadStateDeps } from './upload-state.ts';

/** Like `browser.alarms`, which wake a stopped worker, but no sooner than in half a minute. */
export interface Alarms {
  create(name: string, at: { when: number }): unknown;
  clear(name: string): unknown;
}

export const ALARM_NAME = 'cairn-upload';

/** Saves the state and sets the one alarm to the time of the next flush. */
export async function saveAndSchedule(deps: UploadStateDeps & { alarms: Alarms }, state: UploadState): Promise<void> {
  const { alarms } = deps;
  await saveState(deps, state);
  await (state.next ? alarms.create(ALARM_NAME, { when: state.next.at }) : alarms.clear(ALARM_NAME));
}

/** Is it too early to send for this reason? A person's click tries a hub that has failed at once, but nothing tries a hub that asked to wait. */
export function isTooEarly(
  { notBefore, failures, next }: UploadState,
  { reason, clock }: { reason: string; clock: Clock },
): boolean {
  const now = clock.now();
  if (notBefore > now) return true;
  return reason !== 'click' && reason !== 'retry' && failures > 0 && next !== undefined && next.at > now;
}
