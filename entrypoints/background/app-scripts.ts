import type { Browser } from 'webextension-polyfill';
import type { ToPage } from '../../src/messaging/messages.ts';
import type { Policy } from '../../src/model/policy.ts';
import { appAt } from '../../src/policy/app-at.ts';
import { matchPatterns } from '../../src/policy/match-patterns.ts';
import { reportErrors } from './report-errors.ts';

const id = 'cairn-page';
const file = 'page.js';

/**
 * Keeps the resident script on the policy's apps and nowhere else: registered for pages to come, brought into tabs that are open
 * already, and told to leave where the policy no longer reaches.
 */
export function createAppScripts({ scripting, tabs, ports }: Pick<Browser, 'scripting' | 'tabs'> & { ports: boolean }) {
  async function register(policy: Policy): Promise<void> {
    if (!ports) return;
    const earlier = await scripting.getRegisteredContentScripts({ ids: [id] });
    const matches = matchPatterns(policy, { ports: true });
    const asNow = earlier[0]?.matches?.join() === matches.join() && earlier[0]?.allFrames === true;
    if (earlier.length > 0 && !asNow) await scripting.unregisterContentScripts({ ids: [id] });
    else if (earlier.length > 0) return;
    if (matches.length > 0)
      await scripting.registerContentScripts([
        { id, js: [file], matches, allFrames: true, runAt: 'document_idle', persistAcrossSessions: true },
      ]);
  }

  /** A script that is there already takes a second injection as news that something changed. */
  async function visit(policy: Policy): Promise<void> {
    const open = await tabs.query({});
    await Promise.allSettled(
      open.map(async (tab) => {
        if (tab.id === undefined || tab.discarded) return;
        if (tab.url && appAt(policy, tab.url)) await inject(tab.id);
        // Its frames may be of the policy though the page is not: whoever hears it asks anew, and leaves where it has no business.
        await tabs.sendMessage(tab.id, { cairn: 'changed' } satisfies ToPage);
      }),
    );
  }

  const inject = (tabId: number) => scripting.executeScript({ target: { tabId }, files: [file] });

  return {
    /** For a browser whose patterns know no ports, and so cannot say which origins are meant: each loaded page is looked at instead. */
    async loaded(policy: Policy, tabId: number, url: string | undefined): Promise<void> {
      if (!ports && url && appAt(policy, url)) await inject(tabId);
    },
    async apply(policy: Policy): Promise<void> {
      await register(policy);
      await visit(policy);
    },
    /** To every script in a tab, in whatever frame. */
    tell: (tabId: number, message: ToPage) => tabs.sendMessage(tabId, message),
    hearErrors: (tabId: number, frameId: number, channel: string) =>
      scripting.executeScript({ target: { tabId, frameIds: [frameId] }, world: 'MAIN', func: reportErrors, args: [channel] }),
    bringOverlay: (tabId: number, frameId: number) =>
      scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['overlay.js'] }),
  };
}
