import browser from 'webextension-polyfill';

interface SidePanel {
  open(where: { windowId: number }): Promise<void>;
}

/**
 * A way to open the panel beside the page. Both browsers allow it in the very task of the person's click alone, so the window is asked for
 * before; where there is no place beside the page, it opens in a tab.
 */
export function createPanelOpener(): () => Promise<unknown> {
  const inTab = () => browser.tabs.create({ url: browser.runtime.getURL('/panel.html') });
  if (import.meta.env.FIREFOX) return () => browser.sidebarAction.open().catch(inTab);
  const { sidePanel } = (globalThis as unknown as { chrome: { sidePanel: SidePanel } }).chrome;
  const target = { windowId: 0 };
  void browser.windows.getCurrent().then(({ id }) => Object.assign(target, { windowId: id }));
  return () => sidePanel.open(target).catch(inTab);
}
