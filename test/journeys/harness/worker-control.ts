import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, CDPSession, Worker } from 'playwright-core';
import { eventually } from './eventually.ts';

export type WorkerControl = {
  /** The running service worker; waits for the browser to install or wake it, and wakes nothing itself. */
  worker(): Promise<Worker>;
  workerRuns(): Promise<boolean>;
  /** Stops the worker as the browser does when it is idle; the next event starts it again. */
  stopWorker(): Promise<void>;
};

/**
 * Playwright is attached to the worker all along, so the browser never stops it for being idle, and it keeps one `Worker` through
 * every stop and start, on which `evaluate` hangs in between: the browser itself is asked whether it runs.
 */
export function workerControl(context: BrowserContext, browser: CDPSession, extensionId: string): WorkerControl {
  const ours = (url: string) => url.startsWith(`chrome-extension://${extensionId}/`);
  const running = async () => {
    const { targetInfos } = await browser.send('Target.getTargets');
    return targetInfos.find(({ type, url }) => type === 'service_worker' && ours(url));
  };
  const ready = async (): Promise<Worker | undefined> => {
    const worker = (await running()) && context.serviceWorkers().find((one) => ours(one.url()));
    // A worker that is only starting has no extension API yet, and one that starts anew meanwhile gives no answer.
    const isReady = worker?.evaluate(`typeof chrome?.runtime === 'object'`).catch(() => false);
    return (await isReady) ? worker : undefined;
  };
  const worker = () =>
    eventually(
      ready,
      () => `No service worker of ${extensionId} runs: was the extension refused, or did nothing wake it?`,
      20_000,
    );
  // What woke it while it was stopping has the next one run at once, as the same target. Only what was in its memory is gone.
  const isNext = async () => {
    const now = context.serviceWorkers().find((one) => ours(one.url()));
    const isMarked = now?.evaluate('globalThis.isToStop === true').catch(() => undefined);
    return (await Promise.race([isMarked, pause(500)])) === false;
  };
  const stopWorker = async () => {
    const target = await running();
    if (!target) throw new Error(`The service worker of ${extensionId} was not running, so it was not stopped`);
    await (await worker()).evaluate('globalThis.isToStop = true');
    await browser.send('Target.closeTarget', { targetId: target.targetId });
    await eventually(
      async () => (await running())?.targetId !== target.targetId || (await isNext()),
      () => `The browser did not stop the service worker of ${extensionId}`,
    );
  };
  return { worker, stopWorker, workerRuns: async () => (await running()) !== undefined };
}
