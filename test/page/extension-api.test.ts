import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createGuardedLifetime, on } from '../../src/runtime/lifetime.ts';

/** The runtime of an extension, as Chromium leaves it in a page. */
const runtime: { id: string | undefined; sendMessage: (message: unknown) => Promise<unknown> } = {
  id: 'cairn',
  sendMessage: async () => ({ ok: true }),
};

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('chrome', { runtime });
  Object.assign(runtime, { id: 'cairn', sendMessage: async () => ({ ok: true }) });
});
afterEach(() => vi.unstubAllGlobals());

async function pageScript() {
  const { browser, sendMessage } = await import('../../src/page/extension-api.ts');
  const errors: unknown[] = [];
  const lifetime = createGuardedLifetime({
    report: (error) => errors.push(error),
    isContextValid: () => browser.runtime.id !== undefined,
  });
  const page = new EventTarget();
  const received: string[] = [];
  on(page, 'click', ({ type }) => received.push(type), lifetime.signal);
  const click = () => page.dispatchEvent(new Event('click'));
  return { lifetime, errors, received, click, send: () => sendMessage({ name: 'arrive' }, lifetime.signal) };
}

describe('a page script whose extension was updated', () => {
  test('ends with the first message that it cannot send, and its caller learns why', async () => {
    const { lifetime, errors, received, click, send } = await pageScript();
    runtime.sendMessage = () => {
      throw new Error('Extension context invalidated.');
    };
    await expect(send()).rejects.toThrow('invalidated');
    expect(lifetime.signal.aborted).toBe(true);
    click();
    expect(received).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('ends with the first event, when the runtime has lost its id', async () => {
    const { lifetime, received, click } = await pageScript();
    click();
    runtime.id = undefined;
    click();
    expect(received).toEqual(['click']);
    expect(lifetime.signal.aborted).toBe(true);
  });

  test('ends with the first event, when the runtime itself is gone', async () => {
    const { lifetime, errors, received, click } = await pageScript();
    const { browser } = await import('../../src/page/extension-api.ts');
    (browser as { runtime?: unknown }).runtime = undefined;
    click();
    expect(received).toEqual([]);
    expect(lifetime.signal.aborted).toBe(true);
    expect(errors).toEqual([]);
  });
});

test('a page script whose worker is only asleep keeps listening when a message finds nobody', async () => {
  const { lifetime, send } = await pageScript();
  runtime.sendMessage = () => Promise.reject(new Error('Could not establish connection. Receiving end does not exist.'));
  await expect(send()).rejects.toThrow('Receiving end');
  expect(lifetime.signal.aborted).toBe(false);
});
