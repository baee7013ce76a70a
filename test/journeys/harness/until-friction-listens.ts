import type { Page } from 'playwright-core';
import { eventually } from './eventually.ts';

/** Asks the resident script for the script that detects friction: it answers once that script is there and listens. */
const LISTENS = `globalThis[Symbol.for('cairn.page')]?.load('friction').then((script) => script !== undefined)`;

/** Waits until friction is detected on the page: its script comes after the resident one, and what is pressed before is not seen. */
export async function untilFrictionListens(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const worlds = new Set<number>();
  session.on('Runtime.executionContextCreated', ({ context: { id, origin } }) => {
    if (origin.startsWith('chrome-extension://')) worlds.add(id);
  });
  await session.send('Runtime.enable');
  const listens = async (contextId: number) => {
    const asked = session.send('Runtime.evaluate', { expression: LISTENS, contextId, awaitPromise: true, returnByValue: true });
    return (await asked.catch(() => undefined))?.result.value === true;
  };
  await eventually(
    async () => (await Promise.all([...worlds].map(listens))).includes(true),
    () => `Friction is not detected at ${page.url()}`,
    20_000,
  );
  await session.detach();
}
