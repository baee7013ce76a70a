import { expect, test } from 'vitest';
import type { BackgroundDeps } from '../../../src/background/background-deps.ts';
import { createFormHandlers } from '../../../src/background/handlers/form-handlers.ts';
import type { MessageSender } from '../../../src/messaging/message-router.ts';
import { extensionPage, routed } from '../routed.ts';

const app = { id: 'shop', name: 'Shop', origins: ['https://shop.example'] };
const page: MessageSender = { url: 'https://shop.example/', tab: { id: 1 } };

const comment = { of: 'click', app: 'shop', appName: 'Shop', route: '/', choice: 'works' };
const about = { control: { role: 'button', name: 'Save' } };
const choices = { choices: true, app: 'shop', appName: 'Shop', route: '/', ...about };

function atTheForm(tickets: string[] = ['k1'], feedback = true) {
  const windows: string[] = [];
  const recorded: unknown[] = [];
  const notified: unknown[] = [];
  const open = new Map<string, object>(tickets.map((key) => [key, comment]));
  const deps = {
    personStore: {
      form: async (key: string) => open.get(key),
      openForm: async (ticket: object) => {
        open.set('k2', ticket);
        return 'k2';
      },
      changeForm: async (key: string, ticket: object) => void open.set(key, ticket),
      closeForm: async (key: string) => void open.delete(key),
    },
    policy: async () => ({ switches: { feedback } }),
    disclosure: { disclose: async (_app: string, control: object) => control },
    routes: { disclose: async (_app: string, route: string) => route },
    scripts: { notifyTab: async (...sent: unknown[]) => void notified.push(sent) },
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
    notified,
    open,
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

test('a choice is recorded with what was prepared by the page, once, and the same form then takes a comment', async () => {
  const { ask, recorded, open } = atTheForm([]);
  expect(await ask('feedback.prepare', { route: '/', ...about }, page)).toEqual({ ok: true, formKey: 'k2' });
  expect(open.get('k2')).toEqual(choices);
  expect(await ask('form.open', { key: 'k2' }, extensionPage)).toEqual({ ok: true, app: 'Shop', choices: true });
  expect(await ask('form.send', { key: 'k2', words: 'Early' }, extensionPage)).toMatchObject({ ok: false });
  const choose = () => ask('form.choose', { key: 'k2', choice: 'idea' }, extensionPage);
  expect([await choose(), await choose()]).toMatchObject([{ ok: true }, { ok: false }]);
  await ask('form.send', { key: 'k2', words: 'More' }, extensionPage);
  expect(recorded).toEqual([
    { kind: 'feedback', choice: 'idea', app: 'shop', route: '/', ...about },
    { kind: 'words', app: 'shop', route: '/', of: 'entry', words: 'More' },
  ]);
});

test('a page cannot choose for the person', async () => {
  const { ask, open, recorded } = atTheForm([]);
  open.set('k1', choices);
  expect(await ask('form.choose', { key: 'k1', choice: 'idea' }, page)).toMatchObject({ ok: false });
  expect(recorded).toEqual([]);
});

test('no choices are prepared or taken where feedback is switched off', async () => {
  const { ask, open } = atTheForm([], false);
  open.set('k1', choices);
  expect(await ask('feedback.prepare', { route: '/' }, page)).toMatchObject({ ok: false });
  expect(await ask('form.choose', { key: 'k1', choice: 'idea' }, extensionPage)).toMatchObject({ ok: false });
});

test('leaving a form closes the panel in its tab', async () => {
  const { ask, notified } = atTheForm();
  await ask('form.leave', { key: 'k1' }, { ...extensionPage, tab: { id: 7 } });
  await ask('form.leave', { key: 'made-up' }, { ...extensionPage, tab: { id: 7 } });
  expect(notified).toEqual([[7, { cairn: 'closePanel' }]]);
});
