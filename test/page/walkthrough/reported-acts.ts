import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { LocalizedAdvance } from '../../../src/model/pack/localized-guide.ts';
import { bundle } from '../../bench/locate/bundle.ts';
import { sharedChromium } from '../../run/shared-chromium.ts';

/** Longer than the browser takes from the release of a finger to its click. */
const ALL_IS_REPORTED_MS = 500;

export interface ActCase {
  html: string;
  /** Expression for the control, `#control` if left out. */
  control?: string;
  on: LocalizedAdvance['on'] | LocalizedAdvance;
  hasTouch?: boolean;
  act: (page: Page, control: Locator) => Promise<unknown>;
  /** How long to wait after the act. */
  waitMs?: number;
}

/** A function that tells what is reported of a control while somebody acts on the page; and an open page that has the listener's script. */
export function useReportedActs() {
  let browser: Browser;
  let script: string;
  beforeAll(async () => {
    script = await bundle(join(import.meta.dirname, 'in-page/actions.ts'), 'actions');
    browser = await sharedChromium();
  });
  afterAll(() => browser.close());

  async function reported({ html, control = 'document.querySelector("#control")', on, ...how }: ActCase): Promise<string[]> {
    const { hasTouch = false, act, waitMs = ALL_IS_REPORTED_MS } = how;
    const page = await browser.newPage({ hasTouch });
    await page.setContent(html);
    await page.waitForFunction(control);
    const advance = typeof on === 'string' ? { on } : on;
    await page.evaluate(`${script};
      globalThis.received = [];
      const player = { send: ({ is, by }) => is === 'acted' && received.push(by) };
      const acts = { listen: actions.listenerFor };
      globalThis.listener = actions.listenForActions({
        anchor: {}, advance: ${JSON.stringify(advance)}, player, acts, lifetime: new AbortController().signal });
      listener.attach(${control})`);
    await act(page, page.locator('#control'));
    await page.evaluate(`new Promise((done) => setTimeout(done, ${waitMs}))`);
    const result = await page.evaluate<string[]>('received');
    await page.close();
    return result;
  }

  return { reported, openPage: async () => ({ page: await browser.newPage(), script }) };
}
