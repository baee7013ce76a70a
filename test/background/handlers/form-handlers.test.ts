import { expect, test } from 'vitest';
import type { BackgroundDeps } from '../../../src/background/background-deps.ts';
import { createFormHandlers } from '../../../src/background/handlers/form-handlers.ts';

const sender = {};

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
  return { answers: createFormHandlers(deps, async (key) => windows.push(key)), windows, recorded };
}

test('a form is alive once it asked what it is for', async () => {
  const { answers } = atTheForm();
  expect(await answers['form.alive']({ key: 'k1' }, sender)).toBe(false);
  await answers['form.open']({ key: 'k1' }, sender);
  expect(await answers['form.alive']({ key: 'k1' }, sender)).toBe(true);
  expect(await answers['form.alive']({ key: 'k2' }, sender)).toBe(false);
});

test('a window opens for a form that is, and for no other', async () => {
  const { answers, windows } = atTheForm();
  expect(await answers['form.window']({ key: 'made-up' }, sender)).toMatchObject({ ok: false });
  expect(await answers['form.window']({ key: 'k1' }, sender)).toEqual({ ok: true });
  expect(windows).toEqual(['k1']);
});

test('words are taken once', async () => {
  const { answers, recorded } = atTheForm();
  const send = () => answers['form.send']({ key: 'k1', words: 'Too many fields' }, sender);
  expect([await send(), await send()]).toMatchObject([{ ok: true }, { ok: false }]);
  expect(recorded).toEqual([{ kind: 'words', app: 'shop', route: '/', of: 'click', words: 'Too many fields' }]);
});
