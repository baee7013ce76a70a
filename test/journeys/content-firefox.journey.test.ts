import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentPack } from './content-pack.ts';
import { builtExtension } from './harness/built-extension.ts';
import { eventually } from './harness/eventually.ts';
import { type FirefoxJourney, startFirefox } from './harness/firefox.ts';
import { type Screens, startScreens } from './harness/screens.ts';
import { overlaySurface } from './harness/surface-in-firefox.ts';
import { type JourneyStage, startStage } from './stage.ts';

const lifetime = new AsyncDisposableStack();
afterAll(() => lifetime.disposeAsync());

let stage: JourneyStage;
let firefox: FirefoxJourney;
let shots: Screens;

beforeAll(async () => {
  stage = await startStage(lifetime);
  const pack = contentPack();
  // One prompt a day is what a person gets; about safety they hear all the same.
  const guides = pack.guides.map((guide) => (guide.id === 'barcode' ? { ...guide, safety: true } : guide));
  await stage.publish({ ...pack, guides });
  Object.assign(stage.policy, { packs: [{ url: `${stage.hub.url}/v1/packs/shop-content` }] });
  shots = await startScreens('content-firefox');
  firefox = await startFirefox({ lifetime, extension: builtExtension('firefox'), policy: stage.policy });
});

const launcher = { role: 'button', name: 'Cairn: feedback and guides' };
const button = (name: string | RegExp) => ({ role: 'button', name });

test('in Firefox a notice, a question, an underlined tip and a checklist are shown and recorded', async () => {
  const page = await firefox.newPage(`${stage.shop}/products.html`);
  const cairn = overlaySurface(page);
  await cairn.find({ role: 'heading', name: 'How is the shop for you?' });
  await shots.take(page, 'question');
  await cairn.click(button('No thanks'));
  await cairn.gone(button('No thanks'));

  await page.goto(`${stage.shop}/order.html`);
  await cairn.find({ role: 'heading', name: 'Scan instead of typing' });
  await shots.take(page, 'notice');
  await cairn.click(button('Not now'));
  await cairn.gone(button('Not now'));

  await page.goto(`${stage.shop}/index.html`);
  await cairn.click(button('Tip: Or copy an old one'));
  await cairn.find({ role: 'dialog', name: 'Tip: Or copy an old one' });
  await shots.take(page, 'underline');

  await cairn.click(launcher);
  await cairn.click(button(/^Your first week/));
  await cairn.click(button('Go there: See an order'));
  await eventually(
    async () => page.url().includes('order.html?id=10001'),
    () => page.url(),
  );
  await eventually(
    async () => (await cairn.text()).includes('1 of 3 done'),
    () => cairn.text(),
  );
  await shots.take(page, 'checklist');
  await firefox.stopBackground();
  await page.reload();
  await eventually(
    async () => (await cairn.text()).includes('1 of 3 done'),
    () => cairn.text(),
  );
  expect(await cairn.exists(button('Not now'))).toBe(false);
  await page.close();
});
