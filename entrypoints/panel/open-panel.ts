import browser from 'webextension-polyfill';

interface SidePanel {
  open(where: { windowId: number }): Promise<void>;
}

/** Opens the panel beside the page. Both browsers allow it only in the very task of the person's click; failing that, in a tab. */
export function openPanel(): Promise<unknown> {
  const inTab = () => browser.tabs.create({ url: browser.runtime.getURL('/panel.html') });
  if (import.meta.env.FIREFOX) return browser.sidebarAction.open().catch(inTab);
  const { sidePanel, windows } = (
    globalThis as unknown as { chrome: { sidePanel: SidePanel; windows: { WINDOW_ID_CURRENT: number } } }
  ).chrome;
  return sidePanel.open({ windowId: windows.WINDOW_ID_CURRENT }).catch(inTab);
}
