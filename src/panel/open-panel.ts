import browser from 'webextension-polyfill';

interface SidePanel {
  open(where: { windowId: number }): Promise<void>;
}

/**
 * Opens the panel beside the page. Both browsers allow that only within the task of the person's click, so the window is determined
 * in advance; where no side panel is available, the panel opens in a tab.
 */
export function createPanelOpener(): () => Promise<unknown> {
  const inTab = () => browser.tabs.create({ url: browser.runtime.getURL('/panel.html') });
  if (import.meta.env.FIREFOX) return () => browser.sidebarAction.open().catch(inTab);
  const { sidePanel } = (globalThis as unknown as { chrome: { sidePanel: SidePanel } }).chrome;
  let windowId = 0;
  void browser.windows.getCurrent().then(({ id }) => {
    windowId = id ?? 0;
  });
  return () => sidePanel.open({ windowId }).catch(inTab);
}
