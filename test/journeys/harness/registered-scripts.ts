import { eventually } from './eventually.ts';
import type { WorkerControl } from './worker-control.ts';

/** How many scripts the extension has registered for pages; none until its policy is in force. */
export const registeredScripts = async ({ worker }: Pick<WorkerControl, 'worker'>): Promise<number> =>
  (await worker()).evaluate<number>('chrome.scripting.getRegisteredContentScripts().then(({ length }) => length)');

/** A page that loads before the extension knows its policy is none of its own. */
export async function untilRegistered(chromium: Pick<WorkerControl, 'worker'>, within?: number): Promise<void> {
  await eventually(
    async () => (await registeredScripts(chromium)) > 0,
    () => 'The policy never came into force',
    within,
  );
}
