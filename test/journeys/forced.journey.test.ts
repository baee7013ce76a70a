import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase } from '../run/shared-postgres.ts';
import { builtExtension } from './harness/built-extension.ts';
import { type ChromiumJourney, startChromium } from './harness/chromium.ts';
import { overlaySurface } from './harness/overlay-in-chromium.ts';
import { type JourneyStage, startStage } from './stage.ts';

const lifetime = new AsyncDisposableStack();
afterAll(() => lifetime.disposeAsync());

let stage: JourneyStage;
let chromium: ChromiumJourney;

beforeAll(async () => {
  stage = await startStage(lifetime, await createDatabase());
  chromium = await startChromium({ lifetime, extension: builtExtension('chrome'), policy: stage.policy, forceInstall: true });
});

test('force-installed from an update manifest, with a hub on PostgreSQL, a tip is shown and a click reaches the backlog', async () => {
  await chromium.worker();
  const page = await chromium.context.newPage();
  await page.goto(`${stage.shop}/index.html`);
  const cairn = overlaySurface(page);
  await cairn.click({ role: 'button', name: 'Tip: Search by customer' });
  await cairn.find({ role: 'dialog', name: 'Tip: Search by customer' });
  await cairn.click({ role: 'button', name: 'Cairn: feedback and guides' });
  await cairn.click({ role: 'button', name: 'Something is missing' });
  const item = await stage.arrives(({ choice }) => choice === 'missing');
  expect(item).toMatchObject({ app: 'shop', route: '/index.html', about: { guide: 'search' } });
  expect(item.guideTitle).toBe('Search by customer');
});
