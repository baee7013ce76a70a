import type { Frame, Locator, Page } from 'playwright-core';
import { eventually, PATIENCE_MS } from './eventually.ts';
import { isReady, JUDGED_PARTS } from './is-ready.ts';
import { type Box, describeQuery, type ElementQuery, type Point, type Surface } from './surface.ts';

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
  /** In a page, presses count only once the person has seen the form. */
  const ready = async (sought: ElementQuery) => {
    const within = await frame();
    const element = located(within, sought);
    await element.waitFor({ timeout });
    await eventually(
      () => element.evaluate(isReady, JUDGED_PARTS),
      () => `${describeQuery(sought)} is in the frame of ${extensionId}, but not ready for a press`,
      timeout,
    );
    return element;
  };
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
    pressPoint: async (sought) => middleOf(await (await ready(sought)).boundingBox({ timeout })),
    click: async (sought) => (await ready(sought)).click({ timeout }),
    type: async (sought, words) => {
      await (await ready(sought)).click({ timeout });
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

function middleOf(box: Box | null): Point {
  if (!box) throw new Error('What was found in the frame is not drawn');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Waits until presses in the form count: the person has had the time to see it. */
export async function formReady(page: Page, timeout = PATIENCE_MS): Promise<void> {
  const inside = page.frames().find((frame) => frame.url().startsWith('chrome-extension://'));
  await inside?.locator('main[data-ready]').waitFor({ timeout });
}
