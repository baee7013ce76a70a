import type { Tabs } from 'webextension-polyfill';
import type { AppOrigin } from '../../messaging/message-router.ts';
import type { App, Policy } from '../../model/policy/policy.ts';
import { appAt } from '../../policy/app-at.ts';
import { mayRecordIn } from '../../policy/may-record.ts';
import type { BackgroundDeps } from '../background-deps.ts';
import type { StudioSession } from '../storage/schemas.ts';
import { modeIn, type StudioSessionItem } from './studio-session.ts';

interface StudioTabsDeps extends Pick<BackgroundDeps, 'policy'> {
  scripts: Pick<BackgroundDeps['scripts'], 'injectStudio' | 'keepStudioIn' | 'notifyTab'>;
  tabs: Pick<Tabs.Static, 'query'>;
  session: StudioSessionItem;
}

export interface ActivePage {
  app: App;
  tab: number;
  url: string;
}

/** Brings the studio's script into the frames that need it, and says to those that have it what they are to do. */
export function createStudioTabs({ policy, scripts, tabs, session }: StudioTabsDeps) {
  async function activePage(): Promise<ActivePage | undefined> {
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id === undefined || tab.url === undefined) return undefined;
    const app = appAt(await policy(), tab.url);
    return app && { app, tab: tab.id, url: tab.url };
  }

  /** Every frame of an app asks again what is here, and those that need the script get it then; pages that load later get it from the
   * browser. Nobody waits for a frozen tab. */
  async function announce(): Promise<void> {
    const [inForce, state, open] = await Promise.all([policy(), session.get(), tabs.query({})]);
    const recorded = inForce.apps.find(({ id }) => id === state.recording?.app && mayRecordIn(id, inForce));
    await scripts.keepStudioIn(recorded);
    for (const { id, url, discarded } of open) {
      const app = url && !discarded ? appAt(inForce, url) : undefined;
      if (id === undefined || !app) continue;
      const mode = permittedMode(state, inForce, { app: app.id, tab: id });
      void scripts.notifyTab(id, { cairn: 'studio', mode }).catch(() => undefined);
      if (mode !== 'off') void scripts.notifyTab(id, { cairn: 'changed' }).catch(() => undefined);
    }
  }

  return {
    activePage,
    /** The page in front, where the person may record. */
    async recordablePage(): Promise<ActivePage | undefined> {
      const page = await activePage();
      return page && mayRecordIn(page.app.id, await policy()) ? page : undefined;
    },
    announce,
    /** What the script is to do in the frame that asks. */
    async modeOf({ app, tab }: Pick<AppOrigin, 'app' | 'tab'>) {
      return permittedMode(await session.get(), await policy(), { app: app.id, tab: tab.id });
    },
    /** A frame of an app has loaded, or is at another address. */
    async arrived({ app, tab, frameId }: Pick<AppOrigin, 'app' | 'tab' | 'frameId'>): Promise<void> {
      const mode = permittedMode(await session.get(), await policy(), { app: app.id, tab: tab.id });
      if (mode !== 'off') await scripts.injectStudio({ tabId: tab.id, frameId });
    },
  };
}
export type StudioTabs = ReturnType<typeof createStudioTabs>;

const permittedMode = (state: StudioSession, policy: Policy, place: { app: string; tab: number }) =>
  mayRecordIn(place.app, policy) ? modeIn(state, place) : 'off';
