import { expect, test, vi } from 'vitest';
import { createAsk, refusalText } from '../../src/messaging/ask.ts';
import {
  createMessageRouter,
  type MessageHandlers,
  type MessageOrigin,
  type MessageSender,
} from '../../src/messaging/message-router.ts';
import { messages } from '../../src/messaging/messages.ts';
import { createTranslate } from '../../src/runtime/translate.ts';

const identity = { id: 'cairn-id', origin: 'chrome-extension://cairn-id/' };
const app = { id: 'orders', name: 'Orders', origins: ['https://app.example'] };
const page: MessageSender = { id: 'cairn-id', url: 'https://app.example/', tab: { id: 3 } };
const form: MessageSender = { id: 'cairn-id', url: 'chrome-extension://another-dynamic-host/form.html', tab: { id: 3 } };
const popup: MessageSender = { id: 'cairn-id', url: 'chrome-extension://cairn-id/popup.html' };

function router() {
  const handler = vi.fn(async (_body: unknown, _origin: MessageOrigin) => ({ ok: true }) as never);
  const handlers = Object.fromEntries(Object.keys(messages).map((name) => [name, handler])) as unknown as MessageHandlers;
  const refusals: string[] = [];
  const route = createMessageRouter(handlers, {
    identity,
    appAt: async (url) => (new URL(url).origin === app.origins[0] ? app : undefined),
    onRefused: (why) => refusals.push(why),
  });
  return { route, handler, refusals };
}

test.each<[string, MessageSender, unknown, boolean]>([
  ['an app page sends a message for app pages', page, { name: 'script.inject', body: { script: 'overlay' } }, true],
  ['an app page asks for the status', page, { name: 'status', body: {} }, false],
  ['an app page sends what only the form may send', page, { name: 'form.send', body: { key: 'k', words: 'w' } }, false],
  ['the form in a page sends its text', form, { name: 'form.send', body: { key: 'k', words: 'w' } }, true],
  ['the popup asks for the status', popup, { name: 'status', body: {} }, true],
  ['the popup sends a message for app pages', popup, { name: 'script.inject', body: { script: 'overlay' } }, false],
  ['a message for anywhere comes from the popup', popup, { name: 'mute', body: { wish: 'hour' } }, true],
  [
    'a message for anywhere comes from a page outside the policy',
    { ...page, url: 'https://else.example/' },
    { name: 'mute', body: { wish: 'hour' } },
    true,
  ],
  ['another extension asks for the status', { ...popup, id: 'other' }, { name: 'status', body: {} }, false],
  [
    'a page in a private window',
    { ...page, tab: { id: 3, incognito: true } },
    { name: 'script.inject', body: { script: 'overlay' } },
    false,
  ],
  ['the form in a private window', { ...form, tab: { id: 3, incognito: true } }, { name: 'status', body: {} }, false],
  [
    'a page that is only prerendered',
    { ...page, documentLifecycle: 'prerender' },
    { name: 'script.inject', body: { script: 'overlay' } },
    false,
  ],
  [
    'a page that the person sees',
    { ...page, documentLifecycle: 'active' },
    { name: 'script.inject', body: { script: 'overlay' } },
    true,
  ],
  [
    'a page that goes to the back/forward cache',
    { ...page, documentLifecycle: 'cached' },
    { name: 'script.inject', body: { script: 'overlay' } },
    true,
  ],
  ['a sender without an address', { id: 'cairn-id' }, { name: 'status', body: {} }, false],
  ['an unknown message name', page, { name: 'format-disk', body: {} }, false],
  ['a name from the prototype', page, { name: 'constructor', body: {} }, false],
  ['a message without an envelope', page, 'arrive', false],
  ['an envelope with an extra field', page, { name: 'script.inject', body: { script: 'overlay' }, more: 1 }, false],
])('whether a handler runs when %s', async (_name, sender, message, isHandled) => {
  const { route, handler } = router();
  await route(message, sender);
  expect(handler.mock.calls.length === 1).toBe(isHandled);
});

test.each<[string, MessageSender, boolean | undefined, Partial<MessageOrigin>]>([
  ['a page that was prerendered', { frameId: 6 }, true, { url: 'https://app.example/moved', frameId: 6, isTopFrame: true }],
  ['a frame', { frameId: 6 }, undefined, { url: 'https://app.example/loaded', isTopFrame: false }],
  [
    'a frame that claims to be the page, in a page of another origin',
    { frameId: 6, tab: { id: 3, url: 'https://other.example/' } },
    true,
    { url: 'https://app.example/loaded', isTopFrame: false },
  ],
  ['a page whose tab has no address', { frameId: 6, tab: { id: 3 } }, true, { isTopFrame: false }],
  ['a page', { frameId: 0 }, true, { url: 'https://app.example/moved', frameId: 0, isTopFrame: true }],
])('the page of a tab is told from its frames: %s', async (_name, more, isTopFrame, origin) => {
  const { route, handler } = router();
  const sender = { ...page, url: 'https://app.example/loaded', tab: { id: 3, url: 'https://app.example/moved' }, ...more };
  await route({ name: 'script.inject', body: { script: 'overlay' }, ...(isTopFrame && { isTopFrame }) }, sender);
  expect(handler.mock.calls[0]?.[1]).toMatchObject(origin);
});

test('a page outside the policy is refused before the handler runs', async () => {
  const { route, handler } = router();
  const reply = await route(
    { name: 'script.inject', body: { script: 'overlay' } },
    { ...page, url: 'https://elsewhere.example/' },
  );
  expect(reply).toMatchObject({ ok: false, why: expect.stringContaining('policy') });
  expect(handler).not.toHaveBeenCalled();
});

const loadedAt = 'https://app.example/loaded';
const movedTo = 'https://app.example/moved';
test.each<[string, MessageSender, Partial<MessageOrigin>]>([
  [
    'its tab’s address once the app has moved on within the document',
    { ...page, url: loadedAt, tab: { id: 3, url: movedTo } },
    { url: movedTo, frameId: 0, isTopFrame: true, app },
  ],
  [
    'the document’s own address in a frame',
    { ...page, url: loadedAt, tab: { id: 3, url: movedTo }, frameId: 7 },
    { url: loadedAt, frameId: 7, isTopFrame: false, app },
  ],
  [
    'the document’s own address while the tab is at another site',
    { ...page, url: loadedAt, tab: { id: 3, url: 'https://other.example/' } },
    { url: loadedAt, app },
  ],
  ['its tab', { ...page, tab: { id: 9, active: true, openerTabId: 3 } }, { tab: { id: 9, active: true, openerTabId: 3 } }],
])('the handler gets %s', async (_name, sender, origin) => {
  const { route, handler } = router();
  await route({ name: 'script.inject', body: { script: 'overlay' } }, sender);
  expect(handler.mock.calls[0]?.[1]).toMatchObject(origin);
});

test('a message for anywhere from outside the apps has no app', async () => {
  const { route, handler } = router();
  await route({ name: 'mute', body: { wish: 'hour' } }, popup);
  expect(handler.mock.calls[0]?.[1].app).toBeUndefined();
});

test('a body that does not parse is refused, with the reason', async () => {
  const { route, handler, refusals } = router();
  expect(await route({ name: 'feedback', body: { choice: 'rage', route: '/a' } }, page)).toMatchObject({ ok: false });
  expect(handler).not.toHaveBeenCalled();
  expect(refusals.join()).toContain('choice');
});

test.each([
  ['the extension is gone', () => Promise.reject(new Error('Extension context invalidated.')), 'Extension context invalidated.'],
  ['nobody listens', () => Promise.resolve(undefined), 'no reply to script.inject'],
])('ask gives a refusal marked as unanswered when %s', async (_, send, why) => {
  expect(await createAsk(send)('script.inject', { script: 'overlay' })).toEqual({ ok: false, why, isUnanswered: true });
});

test('a refusal is explained by its reason, and one that nobody answered by a text of ours', () => {
  const t = createTranslate((key) => `[${key}]`);
  expect(refusalText({ ok: false, why: 'The disk is full.' }, t)).toBe('The disk is full.');
  expect(refusalText({ ok: false, why: 'port closed', isUnanswered: true }, t)).toBe('[formUnanswered]');
});
