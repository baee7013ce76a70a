import type { Page } from 'playwright-core';
import { closedNodes } from './closed-nodes.ts';

/** How many closed shadow roots of the page draw something: on pages without any of their own, how many overlays there are. */
export async function closedHosts(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  await session.detach();
  return closedNodes(root).tops.length;
}
