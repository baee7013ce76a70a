import type { Frame, Locator, Page } from 'playwright-core';
import { eventually, PATIENCE_MS } from './eventually.ts';
import { describeQuery, type ElementQuery, type Surface } from './surface.ts';

/** The extension's own frame in the page, wherever it hangs, closed shadow roots included. */
export function extensionFrame(page: Page, extensionId = '', timeout = PATIENCE_MS): Surface {
  const inside = () => page.frames().find((frame) => frame.url().startsWith(`chrome-extension://${extensionId}`));
  const frame = () =>
    eventually<Frame>(
      async () => inside(),
      () => `No frame of the extension ${extensionId} in ${page.url()}`,
      timeout,
    );
  const located = (within: Frame, { role, name }: ElementQuery): Locator =>
    within.getByRole(role as Parameters<Frame['getByRole']>[0], { name, exact: typeof name === 'string' });
  return {
    find: async (sought) => located(await frame(), sought).waitFor({ timeout }),
    exists: async (sought) => {
      const now = inside();
      return now !== undefined && (await located(now, sought).count()) > 0;
    },
    gone: async (sought) => {
      const now = inside();
      if (now) await located(now, sought).waitFor({ state: 'hidden', timeout });
    },
    click: async (sought) => located(await frame(), sought).click({ timeout }),
    type: async (sought, words) => {
      await located(await frame(), sought).click({ timeout });
      await page.keyboard.type(words);
    },
    where: async (sought) => {
      const box = await located(await frame(), sought).boundingBox({ timeout });
      if (!box) throw new Error(`${describeQuery(sought)} in the frame of ${extensionId} is not drawn`);
      return box;
    },
    text: async (sought) => (sought ? located(await frame(), sought) : (await frame()).locator('body')).innerText({ timeout }),
  };
}
