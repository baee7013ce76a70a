import type { Page } from 'playwright-core';
import type { ChromiumJourney } from '../test/journeys/harness/chromium.ts';
import { extensionFrame } from '../test/journeys/harness/frame-in-chromium.ts';
import { overlay } from '../test/journeys/harness/overlay-in-chromium.ts';
import type { Surface } from '../test/journeys/harness/seen.ts';
import type { DemoHub } from './hub.ts';
import type { Orders } from './orders/start-orders.ts';

/** What the scenes play on. */
export interface Stage {
  browser: ChromiumJourney;
  orders: Orders;
  hub: DemoHub;
  /** The business app's tab. */
  app: Page;
  /** The desk's tab. */
  desk: Page;
  /** What Cairn draws over the app. */
  overlay: Surface;
  /** Cairn's own frame in the app, where words are typed. */
  form: Surface;
}

/** A first page load of the app takes up to 20 s on a busy machine. */
export const PATIENCE_MS = 60_000;

/** Two tabs: the app first, the desk second. */
export async function setStage(browser: ChromiumJourney, { orders, hub }: { orders: Orders; hub: DemoHub }): Promise<Stage> {
  const { context } = browser;
  context.setDefaultTimeout(PATIENCE_MS);
  const app = context.pages()[0] ?? (await context.newPage());
  const desk = await context.newPage();
  const form = extensionFrame(app, browser.extensionId, PATIENCE_MS);
  return { browser, orders, hub, app, desk, overlay: overlay(app, PATIENCE_MS), form };
}
