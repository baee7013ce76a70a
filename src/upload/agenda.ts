import type { Clock } from '../runtime/clock.ts';
import type { Kv } from '../runtime/kv.ts';
import { remember, type UploadState } from './upload-state.ts';

/** As `browser.alarms`: they wake a stopped worker, no sooner than half a minute from now. */
export interface Alarms {
  create(name: string, at: { when: number }): unknown;
  clear(name: string): unknown;
}

export const ALARM = 'cairn-upload';

/** Keeps the state, and the one alarm in step with what it says is next. */
export async function keepAgenda(means: { kv: Kv; clock: Clock; alarms: Alarms }, state: UploadState): Promise<void> {
  const { alarms } = means;
  await remember(means, state);
  await (state.next ? alarms.create(ALARM, { when: state.next.at }) : alarms.clear(ALARM));
}

/** Is it too early for this reason? A person's click tries a hub that failed at once, but nothing tries one that asked for peace. */
export function isTooEarly(
  { notBefore, failures, next }: UploadState,
  { reason, clock }: { reason: string; clock: Clock },
): boolean {
  const now = clock.now();
  if (notBefore > now) return true;
  return reason !== 'click' && reason !== 'retry' && failures > 0 && next !== undefined && next.at > now;
}
