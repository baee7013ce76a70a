import type { Browser } from 'webextension-polyfill';
import type { Anchor } from '../../model/pack/anchor.ts';
import type { App } from '../../model/policy/policy.ts';
import { matchPatterns } from '../../policy/match-patterns.ts';
import { insertInstalledSheet } from '../insert-installed-sheet.ts';
import { describeNearestInTab } from './describe-nearest-in-tab.ts';
import { framesInTab } from './frames-in-tab.ts';
import { languageInTab } from './language-in-tab.ts';

const STUDIO_ID = 'cairn-studio';
const STUDIO_FILE = 'studio.js';

/** Brings the studio's script into pages, and asks pages for what the studio needs to know of them. */
export function createStudioScripts({ scripting, ports }: Pick<Browser, 'scripting'> & { ports: boolean }) {
  return {
    /** The script with which the person records in a frame, or points at a control. One that is there already asks again what it is to do. */
    async injectStudio({ tabId, frameId }: { tabId: number; frameId: number }): Promise<void> {
      const target = { tabId, frameIds: [frameId] };
      await insertInstalledSheet(scripting, target);
      await scripting.executeScript({ target, files: [STUDIO_FILE] });
    },
    /**
     * While recording goes on in an app, its pages get the studio's script before they run, so that no press is too early for it; where
     * patterns have no ports they get it once they have loaded. Undefined: none does.
     */
    async keepStudioIn(app: App | undefined): Promise<void> {
      if (!ports) return;
      const registered = await scripting.getRegisteredContentScripts({ ids: [STUDIO_ID] });
      if (registered.length > 0) await scripting.unregisterContentScripts({ ids: [STUDIO_ID] });
      const matches = app ? matchPatterns({ apps: [app] }, { ports: true }) : [];
      const how = { allFrames: true, runAt: 'document_start', persistAcrossSessions: false } as const;
      if (matches.length > 0) await scripting.registerContentScripts([{ id: STUDIO_ID, js: [STUDIO_FILE], matches, ...how }]);
    },
    /** Where the frames of other origins in the page of a tab were loaded. */
    framesIn: (tabId: number) => framesInTab(scripting, tabId),
    /** The language that the page of a tab says it is in. */
    languageIn: (tabId: number) => languageInTab(scripting, tabId),
    /** The control of a tab that is most like what an anchor describes. */
    describeNearest: (tabId: number, anchor: Anchor) => describeNearestInTab(scripting, tabId, anchor),
  };
}
