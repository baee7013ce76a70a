import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtExtension } from './harness/built-extension.ts';
import { type ChromiumJourney, startChromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { overlaySurface } from './harness/overlay-in-chromium.ts';
import { freshSigner } from './harness/pack.ts';
import type { ServedFile } from './harness/serve.ts';
import { startSmallApp } from './harness/small-app.ts';
import type { Surface } from './harness/surface.ts';

const lifetime = new AsyncDisposableStack();
afterAll(() => lifetime.disposeAsync());

/** An order whose approval is in a frame of another origin; and an app that changes its address without a page load. */
const pages: Record<string, string> = {
  '/order.html': `<h1>Order</h1><button>Close the order</button><iframe width="700" height="400"></iframe>
    <script>document.querySelector('iframe').src = location.origin.replace('127.0.0.1', 'localhost') + '/approval.html'</script>`,
  '/approval.html': '<button>Approve</button>',
  '/routes.html': '<h1>Routes</h1><button>Search orders</button> <button>Search products</button>',
};
const served = ({ pathname }: URL): ServedFile | undefined => {
  const body = pages[pathname];
  return body === undefined ? undefined : { type: 'text/html; charset=utf-8', body: Buffer.from(`<!doctype html>${body}`) };
};

const button = (name: string) => ({ role: 'button', name });
const tip = (id: string, where: string, name: string) => ({
  ...{ kind: 'tip', id, title: name, body: 'By number.', where: [where] },
  anchor: button(name),
});
const pack = {
  ...{ format: 'cairn/1', id: 'frames', version: 1, app: 'orders', title: 'Orders', language: 'en', sample: true },
  guides: [
    {
      ...{ kind: 'walkthrough', id: 'approve', title: 'Approve an order', where: ['/order.html'] },
      steps: [
        { id: 'approve', title: 'Approve', body: 'In the frame.', anchor: button('Approve'), advance: { on: 'click' } },
        { id: 'close', title: 'Close', body: 'On the page.', anchor: button('Close the order'), advance: { on: 'click' } },
      ],
    },
    tip('orders', '/routes.html', 'Search orders'),
    tip('products', '/products', 'Search products'),
  ],
};

let app: string;
let chromium: ChromiumJourney;
beforeAll(async () => {
  const [origin, signer] = await Promise.all([startSmallApp({ lifetime, answer: served }), freshSigner()]);
  app = origin;
  const origins = [app, app.replace('127.0.0.1', 'localhost')];
  const policy = {
    apps: [{ id: 'orders', name: 'Orders', origins }],
    packs: [{ jws: await signer.sign(pack) }],
    keys: [signer.key],
  };
  chromium = await startChromium({ lifetime, extension: builtExtension('chrome'), policy });
});

async function open(path: string): Promise<{ page: Page; cairn: Surface }> {
  const page = await chromium.context.newPage();
  await page.goto(app + path);
  return { page, cairn: overlaySurface(page) };
}

const launcher = button('Cairn: feedback and guides');
const step = (nth: number) => ({ role: 'dialog', name: new RegExp(`step ${nth} of 2$`) });

test('a step whose control is in a frame of another origin is shown in that frame only, and the next one on the page only', async () => {
  const { page, cairn } = await open('/order.html');
  // A page that is open before the policy is applied gets the script, and its frames do at the next load.
  await cairn.find(launcher);
  await page.reload();
  const frame = await eventually(
    async () => page.frames().find((one) => one.url().endsWith('/approval.html')),
    () => 'The frame has not loaded',
  );
  const inFrame = overlaySurface(page, undefined, frame);
  await cairn.click(launcher);
  await cairn.click(button('Approve an order'));
  await inFrame.find(step(1));
  await cairn.gone(step(1));
  await frame.getByRole('button', { name: 'Approve' }).click();
  await cairn.find(step(2));
  await inFrame.gone(step(2));
  expect(await inFrame.exists(step(1))).toBe(false);
  await cairn.click(button('Back'));
  await inFrame.find(step(1));
  await cairn.gone(step(2));
  await inFrame.click(button('Exit'));
  await inFrame.gone(step(1));
  expect(await cairn.exists({ role: 'dialog' })).toBe(false);
  await page.close();
});

test('a change of address without a page load brings the guides of the new address and takes those of the old one away', async () => {
  const { page, cairn } = await open('/routes.html');
  const [orders, products] = [button('Tip: Search orders'), button('Tip: Search products')];
  await cairn.find(orders);
  expect(await cairn.exists(products)).toBe(false);
  await page.evaluate(() => history.pushState(null, '', '/products'));
  await cairn.find(products);
  await cairn.gone(orders);
  await page.goBack();
  await cairn.find(orders);
  await cairn.gone(products);
  await page.close();
});
