import { render } from 'preact';
import browser from 'webextension-polyfill';
import { openExtensionPage } from '../../src/panel/extension-page.ts';
import { createPanel } from '../../src/panel/panel-view.tsx';
import { saveFile } from '../../src/panel/save-file.ts';

const { ask, t, main } = await openExtensionPage();
document.title = t('panelTitle');
const onChange = (callback: () => void) => {
  browser.storage.onChanged.addListener(callback);
  browser.tabs.onActivated.addListener(callback);
  document.addEventListener('visibilitychange', () => document.hidden || callback());
};
const Panel = createPanel({ ask, t, now: Date.now, saveFile, onChange, initialSection: location.hash.slice(1) });
render(<Panel />, main);
