import type { Page } from 'playwright-core';
import type { ChromiumJourney } from '../test/journeys/harness/chromium.ts';
import { extensionFrame } from '../test/journeys/harness/frame-in-chromium.ts';
import { overlaySurface } from '../test/journeys/harness/overlay-in-chromium.ts';
import type { Surface } from '../test/journeys/harness/surface.ts';
import type { OrdersApp } from './orders/start-orders.ts';
import type { DemoHub } from './start-demo-hub.ts';

/** What the scenes play on. */
export interface DemoStage {
  browser: ChromiumJourney;
  orders: OrdersApp;
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
const PATIENCE_MS = 60_000;

/** Two tabs: the app first, the desk second. */
export async function setStage(
  browser: ChromiumJourney,
  { orders, hub }: { orders: OrdersApp; hub: DemoHub },
): Promise<DemoStage> {
  const { context } = browser;
  context.setDefaultTimeout(PATIENCE_MS);
  const app = context.pages()[0] ?? (await context.newPage());
  const desk = await context.newPage();
  const form = extensionFrame(app, browser.extensionId, PATIENCE_MS);
  return { browser, orders, hub, app, desk, overlay: overlaySurface(app, PATIENCE_MS), form };
}
