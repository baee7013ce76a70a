import { setTimeout as pause } from 'node:timers/promises';
import type { Child } from '../../setup/child.ts';

interface Wanted {
  url: string;
  /** Words of the page that is meant. */
  says: RegExp;
  /** The server; when it ends first there is nothing to wait for. */
  child: Child;
  /** Where its output goes. */
  log: string;
  lifetime: AbortSignal;
  /** Seconds. */
  within: number;
}

/** Waits until the server answers with the page that is meant. */
export async function answers({ url, says, child, log, lifetime, within }: Wanted): Promise<void> {
  const ended: { code?: number } = {};
  void child.ended.then((code) => {
    ended.code = code;
  });
  for (const until = performance.now() + within * 1000; performance.now() < until; await pause(200)) {
    lifetime.throwIfAborted();
    if (ended.code !== undefined) throw new Error(`The server ended with code ${ended.code}; what it said is in ${log}`);
    const reply = await fetch(url, { signal: AbortSignal.any([lifetime, AbortSignal.timeout(20_000)]) }).catch(() => undefined);
    if (reply && says.test(await reply.text().catch(() => ''))) return;
  }
  throw new Error(`${url} did not answer within ${within} s; what the server said is in ${log}`);
}
