import { expect, test, vi } from 'vitest';
import { createAsk, isUnanswered } from '../../src/messaging/ask.ts';
import { createMessageRouter, type MessageHandlers, type MessageSender } from '../../src/messaging/message-router.ts';
import { messages } from '../../src/messaging/messages.ts';

const own = { id: 'cairn-id', origin: 'chrome-extension://cairn-id/' };
const page: MessageSender = { id: 'cairn-id', url: 'https://app.example/', tab: { id: 3 } };
const form: MessageSender = { id: 'cairn-id', url: 'chrome-extension://another-dynamic-host/form.html', tab: { id: 3 } };
const popup: MessageSender = { id: 'cairn-id', url: 'chrome-extension://cairn-id/popup.html' };

function answering() {
  const handler = vi.fn(async () => ({ ok: true }) as never);
  const answers = Object.fromEntries(Object.keys(messages).map((name) => [name, handler])) as unknown as MessageHandlers;
  const refusals: string[] = [];
  return { answer: createMessageRouter(answers, own, (why) => refusals.push(why)), heard: handler, refused: refusals };
}

test.each<[string, MessageSender, unknown, boolean]>([
  ['a page asks what pages may', page, { name: 'arrive', body: {} }, true],
  ['a page asks for the status', page, { name: 'status', body: {} }, false],
  ['a page pretends to be the form', page, { name: 'form.send', body: { key: 'k', words: 'w' } }, false],
  ['the form in a page sends words', form, { name: 'form.send', body: { key: 'k', words: 'w' } }, true],
  ['the popup asks for the status', popup, { name: 'status', body: {} }, true],
  ['the popup pretends to be a page', popup, { name: 'arrive', body: {} }, false],
  ['another extension', { ...popup, id: 'other' }, { name: 'status', body: {} }, false],
  ['a page in a private window', { ...page, tab: { id: 3, incognito: true } }, { name: 'arrive', body: {} }, false],
  ['the form in a private window', { ...form, tab: { id: 3, incognito: true } }, { name: 'status', body: {} }, false],
  ['no address', { id: 'cairn-id' }, { name: 'status', body: {} }, false],
  ['a message nobody knows', page, { name: 'format-disk', body: {} }, false],
  ['a name from the prototype', page, { name: 'constructor', body: {} }, false],
  ['no envelope', page, 'arrive', false],
  ['more than the envelope', page, { name: 'arrive', body: {}, more: 1 }, false],
])('%s', async (_name, sender, message, isHandled) => {
  const { answer, heard } = answering();
  await answer(message, sender);
  expect(heard.mock.calls.length === 1).toBe(isHandled);
});

test('a body that does not parse is refused, with the reason', async () => {
  const { answer, heard, refused } = answering();
  expect(await answer({ name: 'feedback', body: { choice: 'rage', route: '/a' } }, page)).toMatchObject({ ok: false });
  expect(heard).not.toHaveBeenCalled();
  expect(refused.join()).toContain('choice');
});

test('an ask that nobody answers comes back as a value', async () => {
  const gone = createAsk(() => Promise.reject(new Error('Extension context invalidated.')));
  const reply = await gone('arrive', {});
  expect(isUnanswered(reply)).toBe(true);
  const silent = createAsk(() => Promise.resolve(undefined));
  expect(isUnanswered(await silent('arrive', {}))).toBe(true);
});
