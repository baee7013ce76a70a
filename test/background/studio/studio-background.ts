import { startBackground } from '../../../src/background/compose.ts';
import type { RecorderReport } from '../../../src/model/studio/observed-act.ts';
import { fakeBrowser } from '../fake-browser.ts';

export const panel = { url: 'chrome-extension://cairn-id/panel.html' };
export const ordersUrl = 'https://orders.example.com/orders';
export const ordersTab = { id: 1, url: ordersUrl, active: true };
export const ordersPage = { url: ordersUrl, tab: ordersTab, frameId: 0 };
export const travelTab = { id: 2, url: 'https://travel.example.com/trips' };
export const travelPage = { url: travelTab.url, tab: travelTab, frameId: 0 };

export const studioPolicy = {
  apps: [
    { id: 'orders', name: 'Orders', origins: ['https://orders.example.com'] },
    { id: 'travel', name: 'Travel', origins: ['https://travel.example.com'] },
  ],
  studio: { record: 'everybody', apps: ['orders'] },
};

/** A browser in which the background runs, as the browser's storage was left. */
export function studioBackground(policy: object = studioPolicy, before?: ReturnType<typeof fakeBrowser>) {
  const fake = fakeBrowser(policy, [ordersTab, travelTab], before);
  startBackground(fake.browser, { hasPortsInPatterns: true });
  return {
    ...fake,
    /** The worker stops, and starts again for the next message. */
    restarted: () => studioBackground(policy, fake),
    studioScripts: () => fake.injected.filter(({ files }) => files?.includes('studio.js')).map(({ target }) => target),
    modesSent: () =>
      fake.sent.flatMap(({ tab, message }) => {
        const { cairn, mode } = message as { cairn: string; mode?: string };
        return cairn === 'studio' ? [`${tab} ${mode}`] : [];
      }),
  };
}

/** A press on a button, as the recorder reports it. */
export const press = (id: string, name: string, at: number): RecorderReport => ({
  is: 'act',
  act: {
    ...{ id, kind: 'click', at, route: '/orders', strength: 'sure' },
    anchor: { role: 'button', name, language: 'en', route: '/orders', confidence: 0.98 },
  },
});
