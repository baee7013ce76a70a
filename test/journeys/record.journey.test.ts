import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { BodyOf, MessageName, ReplyOf } from '../../src/messaging/messages.ts';
import type { Walkthrough } from '../../src/model/pack/guide.ts';
import { startSmallApp } from './harness/small-app.ts';
import { studioScriptsIn } from './studio-scripts.ts';
import { useChromium } from './use-browser.ts';

const html = (body: string) => ({
  type: 'text/html; charset=utf-8',
  body: `<!doctype html><html lang=en><title>Shop</title>${body}`,
});
const PAGES: Record<string, string> = {
  '/orders': `<h1>Orders</h1><a id=new href=/new>New order</a><label>Search <input id=search></label>`,
  '/new': `<h1>New order</h1><form action=/orders/4711><label>Subject <input id=subject name=subject></label>
    <label>Status <select id=status><option>Draft<option>Open</select></label>
    <label><input id=urgent type=checkbox> Urgent</label><iframe src=/inner></iframe><x-bar></x-bar><button id=save>Save</button></form>
    <script>customElements.define('x-bar',class extends HTMLElement{connectedCallback(){this.attachShadow({mode:'closed'}).innerHTML='<button type=button>Preview</button>'}})</script>`,
  '/inner': '<button id=add>Add</button>',
  '/orders/4711': '<h1>Order 4711 of Ada Lovelace</h1><button id=send>Send</button>',
};

const started = useChromium(async (lifetime) => {
  const answer = ({ pathname }: URL) => (PAGES[pathname] ? html(PAGES[pathname]) : undefined);
  const app = await startSmallApp({ lifetime, answer });
  return { app, policy: { apps: [{ id: 'shop', name: 'Shop', origins: [app] }], studio: { record: 'everybody' } } };
});

/** A page of the extension behind the page of the app, through which the studio is asked. */
async function studioBehind(page: Page) {
  const panel = await started.chromium.context.newPage();
  await panel.goto(`chrome-extension://${started.chromium.extensionId}/panel.html`);
  await page.bringToFront();
  return <N extends MessageName>(name: N, body: BodyOf<N>): Promise<Extract<ReplyOf<N>, { ok: true }>> =>
    panel.evaluate(
      (message) =>
        (
          globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<never> } } }
        ).chrome.runtime.sendMessage(message),
      { name, body },
    );
}

test('what is done over several pages is a draft on the disk, with each control and nothing that was typed', async () => {
  const page = await started.chromium.context.newPage();
  await page.goto(`${started.stage.app}/orders`);
  const ask = await studioBehind(page);
  const { id } = await ask('studio.record', {});
  const steps = async () => ((await ask('studio.draft', { id })).draft.guide as Walkthrough).steps;
  const isRecorded = (count: number) => expect.poll(async () => (await steps()).length).toBe(count);
  const scriptsIn = (frames: number) => studioScriptsIn(started.chromium, frames);
  await scriptsIn(1);
  await page.click('h1');
  await page.click('#search');
  await page.keyboard.type('Kowalski');
  await isRecorded(1);
  await page.click('#new');
  await page.waitForURL('**/new');
  await isRecorded(2);
  // The frame is of the same origin, so that the script of the page records it as well.
  await scriptsIn(1);
  for (let press = 0; press < 3; press++) await page.click('#urgent');
  await isRecorded(3);
  await page.click('#subject');
  await page.keyboard.type('DE89370400440532013000');
  await page.frameLocator('iframe').locator('#add').click();
  await page.click('x-bar');
  await page.click('#save');
  await page.waitForURL('**/orders/4711*');
  await isRecorded(7);
  await expect
    .poll(async () => (await steps()).at(-1))
    .toMatchObject({ at: '/new', advance: { on: 'place', to: '/orders/:id' } });
  const { draft } = await ask('studio.draft', { id });
  const text = JSON.stringify(draft);
  for (const value of ['Kowalski', 'DE8937', 'Lovelace', '4711']) expect(text).not.toContain(value);
  const recorded = await steps();
  expect(recorded.map(({ body }) => body)).toEqual(
    expect.arrayContaining(['Fill in **Subject**.', 'Choose **Add**.', 'Choose **Preview**.', 'Choose **Save**.']),
  );
  expect(recorded.find(({ body }) => body === 'Choose **New order**.')).toMatchObject({ advance: { on: 'place', to: '/new' } });
  await ask('studio.stopRecording', {});
});
