import { expect, test } from 'vitest';
import type { BackgroundDeps } from '../../../src/background/background-deps.ts';
import { createFormHandlers } from '../../../src/background/handlers/form-handlers.ts';
import type { MessageSender } from '../../../src/messaging/message-router.ts';
import { extensionPage, routed } from '../routed.ts';

const app = { id: 'shop', name: 'Shop', origins: ['https://shop.example'] };
const page: MessageSender = { url: 'https://shop.example/', tab: { id: 1 } };

function atTheForm(tickets: string[] = ['k1']) {
  const windows: string[] = [];
  const recorded: unknown[] = [];
  const open = new Set(tickets);
  const deps = {
    personStore: {
      form: async (key: string) =>
        open.has(key) ? { of: 'click', app: 'shop', appName: 'Shop', route: '/', choice: 'works' } : undefined,
      closeForm: async (key: string) => void open.delete(key),
    },
    record: async (entry: unknown) => {
      recorded.push(entry);
      return { ok: true, id: 'entry' };
    },
  } as unknown as BackgroundDeps;
  return {
    ask: routed(
      createFormHandlers(deps, async (key) => windows.push(key)),
      { apps: [app] },
    ),
    windows,
    recorded,
  };
}

test('a form counts as loaded once it asked what it is for', async () => {
  const { ask } = atTheForm();
  expect((await ask('form.alive', { key: 'k1' }, page)).ok).toBe(false);
  await ask('form.open', { key: 'k1' }, extensionPage);
  expect((await ask('form.alive', { key: 'k1' }, page)).ok).toBe(true);
  expect((await ask('form.alive', { key: 'k2' }, page)).ok).toBe(false);
});

test('a window opens only for a form that exists', async () => {
  const { ask, windows } = atTheForm();
  expect(await ask('form.window', { key: 'made-up' }, page)).toMatchObject({ ok: false });
  expect(await ask('form.window', { key: 'k1' }, page)).toEqual({ ok: true });
  expect(windows).toEqual(['k1']);
});

test('a form takes text once and then expires', async () => {
  const { ask, recorded } = atTheForm();
  const send = () => ask('form.send', { key: 'k1', words: 'Too many fields' }, extensionPage);
  expect([await send(), await send()]).toMatchObject([{ ok: true }, { ok: false }]);
  expect(recorded).toEqual([{ kind: 'words', app: 'shop', route: '/', of: 'click', words: 'Too many fields' }]);
});
