import { expect, test } from 'vitest';
import { createFormSightHandlers } from '../../../src/background/handlers/form-sight-handlers.ts';
import type { MessageSender } from '../../../src/messaging/message-router.ts';
import { extensionPage, routed } from '../routed.ts';

const app = { id: 'shop', name: 'Shop', origins: ['https://shop.example'] };
const page: MessageSender = { url: 'https://shop.example/', tab: { id: 1, url: 'https://shop.example/' } };
const formInPage: MessageSender = { ...extensionPage, tab: { id: 1, url: 'https://shop.example/' }, frameId: 7 };

function background() {
  const notified: unknown[] = [];
  let run = () => {};
  const after = (_ms: number, callback: () => void) => {
    run = callback;
    return () => undefined;
  };
  const handlers = createFormSightHandlers({ notifyTab: async (...sent) => void notified.push(sent), clock: { after } as never });
  return { ask: routed(handlers, { apps: [app] }), notified, timeOut: () => run() };
}

test.each(['counts', 'early', 'hidden'] as const)(
  'a form in a page learns what the script of the page sees: %s',
  async (verdict) => {
    const { ask, notified } = background();
    const checked = ask('form.check', { key: 'k' }, formInPage);
    await Promise.resolve();
    expect(notified).toEqual([[1, { cairn: 'judgeForm', key: 'k' }]]);
    await ask('form.judged', { key: 'k', verdict }, page);
    expect(await checked).toEqual({ ok: true, verdict });
  },
);

test('a page that does not answer has hidden the form', async () => {
  const { ask, notified, timeOut } = background();
  const checked = ask('form.check', { key: 'k' }, formInPage);
  await ask('form.judged', { key: 'another', verdict: 'counts' }, page);
  expect(notified).toHaveLength(1);
  timeOut();
  expect(await checked).toEqual({ ok: true, verdict: 'hidden' });
});

test('nothing lies over a form in a window of its own', async () => {
  const { ask, notified } = background();
  expect(await ask('form.check', { key: 'k' }, extensionPage)).toEqual({ ok: true, verdict: 'counts' });
  expect(notified).toEqual([]);
});
