import type { Browser } from 'webextension-polyfill';
import type { PageMessage } from '../messaging/messages.ts';
import type { PageScript } from '../messaging/page-scripts.ts';
import type { Anchor } from '../model/pack/anchor.ts';
import type { Policy } from '../model/policy/policy.ts';
import { appAt } from '../policy/app-at.ts';
import { matchPatterns } from '../policy/match-patterns.ts';
import { findControlsInTab } from './find-controls-in-tab.ts';
import { insertInstalledSheet } from './insert-installed-sheet.ts';
import { reportErrors } from './report-errors.ts';
import { createStudioScripts } from './studio/studio-scripts.ts';

const SCRIPT_ID = 'cairn-page';
const SCRIPT_FILE = 'page.js';
const SCRIPT_FILES: Record<PageScript, string> = {
  overlay: 'overlay.js',
  naming: 'naming.js',
  content: 'page-content.js',
  panel: 'page-panel.js',
  modes: 'page-modes.js',
  acts: 'page-acts.js',
  friction: 'friction.js',
};

/**
 * Keeps the resident script on the policy's apps and nowhere else: registered for future pages, injected into tabs that are already
 * open, and made to leave where the policy no longer applies.
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

  /** A script that is already there takes a second injection as a sign that something changed. */
  async function refreshOpenTabs(policy: Policy): Promise<void> {
    const openTabs = await tabs.query({});
    await Promise.allSettled(
      openTabs.map(async (tab) => {
        if (tab.id === undefined || tab.discarded) return;
        if (tab.url && appAt(policy, tab.url)) await inject(tab.id);
        // The tab may have frames of an app though its page is none: each script there asks again, and leaves if it does not belong.
        await tabs.sendMessage(tab.id, { cairn: 'changed' } satisfies PageMessage);
      }),
    );
  }

  const inject = (tabId: number) => scripting.executeScript({ target: { tabId }, files: [SCRIPT_FILE] });

  return {
    /** For a browser without ports in match patterns, which cannot tell origins apart by them: each loaded page is checked instead. */
    async pageLoaded(policy: Policy, tabId: number, url: string | undefined): Promise<void> {
      if (!ports && url && appAt(policy, url)) await inject(tabId);
    },
    /** Open tabs are not waited for: one that the browser has frozen answers only when somebody returns to it. */
    async apply(policy: Policy): Promise<void> {
      await register(policy);
      void refreshOpenTabs(policy).catch(() => undefined);
    },
    /** Sends a message to every script in a tab, in all of its frames. */
    notifyTab: (tabId: number, message: PageMessage) => tabs.sendMessage(tabId, message),
    /** Sends a message to the script of the page itself. */
    notifyPage: (tabId: number, message: PageMessage): Promise<unknown> => tabs.sendMessage(tabId, message, { frameId: 0 }),
    reportErrorsOf: (tabId: number, frameId: number, channel: string) =>
      scripting.executeScript({ target: { tabId, frameIds: [frameId] }, world: 'MAIN', func: reportErrors, args: [channel] }),
    /** What of these is on the page of a tab, for those who ask why something is not shown. */
    findControls: (tabId: number, anchors: readonly Anchor[]) => findControlsInTab(scripting, tabId, anchors),
    ...createStudioScripts({ scripting, ports }),
    async injectScript(script: PageScript, { tabId, frameId }: { tabId: number; frameId: number }): Promise<void> {
      const target = { tabId, frameIds: [frameId] };
      if (script === 'overlay') await insertInstalledSheet(scripting, target);
      await scripting.executeScript({ target, files: [SCRIPT_FILES[script]] });
    },
  };
}
