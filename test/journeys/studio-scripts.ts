import type { ChromiumJourney } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';

/** In how many frames of the tab in front the studio's script is. */
const COUNT_SCRIPTS = `(async () => {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  const isThere = () => globalThis[Symbol.for('cairn.studio')] !== undefined;
  const frames = await chrome.scripting.executeScript({ target: { tabId: tab.id, allFrames: true }, func: isThere });
  return frames.filter(({ result }) => result).length;
})()`;

/** Waits until the studio's script is in so many frames of the tab in front: what is pressed from then on is recorded. */
export async function studioScriptsIn({ worker }: Pick<ChromiumJourney, 'worker'>, frames: number): Promise<void> {
  const count = async () => (await worker()).evaluate<number>(COUNT_SCRIPTS).catch(() => -1);
  await eventually(
    async () => (await count()) === frames,
    async () => `The studio's script is in ${await count()} frames and not in ${frames}`,
  );
}
