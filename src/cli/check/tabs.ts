import type { DevTools } from '../browser/devtools.ts';

interface TargetInfo {
  targetId: string;
  type: string;
  openerId?: string;
}

interface Tab {
  sessionId: string;
  targetId: string;
}

/** The tabs of a browser, of which the one that was opened last is looked at. */
export interface Tabs {
  /** The session of the tab that is looked at. */
  current(): string;
  /** Opens a new tab to go on with and closes those that were open, whether or not their pages answer. */
  reopen(): Promise<void>;
  /** Resolves when the tab has loaded a page the next time. */
  nextLoad(): Promise<void>;
}

/** Looks at the first tab, and then at each that it opens. `acceptsDialogs`: agree to what a page asks; what it only tells is always closed. */
export async function watchTabs(devtools: DevTools, acceptsDialogs: boolean): Promise<Tabs> {
  let tabs: Tab[] = [];
  const current = () => tabs.at(-1)?.sessionId ?? '';
  let loadListeners: (() => void)[] = [];

  async function attach(targetId: string): Promise<void> {
    const { sessionId } = await devtools.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
    tabs.push({ sessionId, targetId });
    await devtools.send('Page.enable', {}, sessionId);
  }

  devtools.onEvent((method, params, from) => {
    if (method === 'Target.targetCreated') {
      const { type, openerId, targetId } = params.targetInfo as TargetInfo;
      if (type === 'page' && openerId !== undefined) attach(targetId).catch(() => {});
    } else if (method === 'Target.detachedFromTarget') {
      tabs = tabs.filter(({ sessionId }) => sessionId !== params.sessionId);
    } else if (method === 'Page.javascriptDialogOpening') {
      const accept = acceptsDialogs || params.type === 'alert' || params.type === 'beforeunload';
      devtools.send('Page.handleJavaScriptDialog', { accept }, from).catch(() => {});
    } else if (method === 'Page.loadEventFired' && from === current()) {
      for (const resolve of loadListeners) resolve();
      loadListeners = [];
    }
  });
  const { targetInfos } = await devtools.send<{ targetInfos: TargetInfo[] }>('Target.getTargets');
  await attach(targetInfos.find(({ type }) => type === 'page')!.targetId);
  await devtools.send('Target.setDiscoverTargets', { discover: true });
  await devtools.send('Browser.setDownloadBehavior', { behavior: 'deny' });

  return {
    current,
    async reopen() {
      const left = [...tabs];
      const { targetId } = await devtools.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
      await attach(targetId);
      // A page that does not answer may hold up its closing, which nothing waits for.
      for (const tab of left) devtools.send('Target.closeTarget', { targetId: tab.targetId }).catch(() => {});
    },
    nextLoad: () => new Promise((resolve) => void loadListeners.push(resolve)),
  };
}
