import { expect, test } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import { createAppScripts } from '../../src/background/app-scripts.ts';
import { followPolicy } from '../../src/background/follow-policy.ts';
import { policy as policySchema } from '../../src/model/policy/policy.ts';
import { fakeBrowser } from './fake-browser.ts';
import { memoryStorage } from './storage/memory-storage.ts';

const never = () => new Promise<never>(() => undefined);
const policyOf = (id: string) => policySchema.parse({ apps: [{ id, name: id, origins: [`https://${id}.example.com`] }] });

/** A browser with one tab of the app `orders`. A frozen tab keeps what it is sent until somebody returns to it. */
function browserWith(over: { sendMessage?: () => Promise<never>; executeScript?: () => Promise<never> }) {
  const { browser } = fakeBrowser({}, [{ id: 1, url: 'https://orders.example.com/' }]);
  const registered: string[][] = [];
  const scripting = {
    ...browser.scripting,
    registerContentScripts: async ([script]: { matches: string[] }[]) => void registered.push(script!.matches),
    ...(over.executeScript && { executeScript: over.executeScript }),
  };
  const tabs = { ...browser.tabs, ...(over.sendMessage && { sendMessage: over.sendMessage }) };
  return { browser: { scripting, tabs } as unknown as Pick<Browser, 'scripting' | 'tabs'>, registered };
}

test.each([
  ['takes no message', { sendMessage: never }],
  ['takes no script', { executeScript: never }],
])('a tab that %s keeps no policy from being applied, nor the one after it', async (_what, over) => {
  const { browser, registered } = browserWith(over);
  const scripts = createAppScripts({ ...browser, ports: true });
  const { appliedPolicy } = memoryStorage().reopened().items;
  const follow = (id: string) =>
    followPolicy({ policy: policyOf(id), appliedPolicy, scripts, refreshPacks: async () => undefined });
  await follow('orders');
  await follow('mail');
  expect(registered).toEqual([['https://orders.example.com:443/*'], ['https://mail.example.com:443/*']]);
});
