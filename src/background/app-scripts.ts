import type { Browser } from 'webextension-polyfill';
import type { PageMessage } from '../messaging/messages.ts';
import type { Policy } from '../model/policy/policy.ts';
import { appAt } from '../policy/app-at.ts';
import { matchPatterns } from '../policy/match-patterns.ts';
import { reportErrors } from './report-errors.ts';

const SCRIPT_ID = 'cairn-page';
const SCRIPT_FILE = 'page.js';

/**
 * Keeps the resident script on the policy's apps and nowhere else: registered for pages to come, brought into tabs that are open
 * already, and told to leave where the policy no longer reaches.
 */
export function createAppScripts({ scripting, tabs, ports }: Pick<Browser, 'scripting' | 'tabs'> & { ports: boolean }) {
  async function register(policy: Policy): Promise<void> {
    if (!ports) return;
    const registered = await scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
    const matches = matchPatterns(policy, { ports: true });
    const isUpToDate = registered[0]?.matches?.join() === matches.join() && registered[0]?.allFrames === true;
    if (registered.length > 0 && !isUpToDate) await scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    else if (registered.length > 0) return;
    if (matches.length > 0)
      await scripting.registerContentScripts([
        { id: SCRIPT_ID, js: [SCRIPT_FILE], matches, allFrames: true, runAt: 'document_idle', persistAcrossSessions: true },
      ]);
  }

  /** A script that is there already takes a second injection as news that something changed. */
  async function refreshOpenTabs(policy: Policy): Promise<void> {
    const openTabs = await tabs.query({});
    await Promise.allSettled(
      openTabs.map(async (tab) => {
        if (tab.id === undefined || tab.discarded) return;
        if (tab.url && appAt(policy, tab.url)) await inject(tab.id);
        // Its frames may be of the policy though the page is not: whoever hears it asks anew, and leaves where it has no business.
        await tabs.sendMessage(tab.id, { cairn: 'changed' } satisfies PageMessage);
      }),
    );
  }

  const inject = (tabId: number) => scripting.executeScript({ target: { tabId }, files: [SCRIPT_FILE] });

  return {
    /** For a browser whose patterns know no ports, and so cannot say which origins are meant: each loaded page is looked at instead. */
    async pageLoaded(policy: Policy, tabId: number, url: string | undefined): Promise<void> {
      if (!ports && url && appAt(policy, url)) await inject(tabId);
    },
    async apply(policy: Policy): Promise<void> {
      await register(policy);
      await refreshOpenTabs(policy);
    },
    /** To every script in a tab, in whatever frame. */
    notifyTab: (tabId: number, message: PageMessage) => tabs.sendMessage(tabId, message),
    reportErrorsOf: (tabId: number, frameId: number, channel: string) =>
      scripting.executeScript({ target: { tabId, frameIds: [frameId] }, world: 'MAIN', func: reportErrors, args: [channel] }),
    injectOverlay: (tabId: number, frameId: number) =>
      scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['overlay.js'] }),
  };
}
