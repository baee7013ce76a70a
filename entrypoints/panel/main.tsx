import { render } from 'preact';
import browser from 'webextension-polyfill';
import { openExtensionPage } from '../../src/panel/extension-page.ts';
import { createPanel } from '../../src/panel/panel-view.tsx';
import { saveFile } from '../../src/panel/save-file.ts';
import { systemClock } from '../../src/runtime/clock.ts';

const { ask, t, main } = await openExtensionPage();
document.title = t('panelTitle');
const onChange = (callback: () => void) => {
  browser.storage.onChanged.addListener(callback);
  browser.tabs.onActivated.addListener(callback);
  browser.tabs.onUpdated.addListener((_tab, { url, status }) => (url || status === 'complete') && callback());
  document.addEventListener('visibilitychange', () => document.hidden || callback());
};
const onHide = (callback: () => void) => document.addEventListener('visibilitychange', () => document.hidden && callback());
const openStatus = () => void browser.runtime.openOptionsPage();
const initialSection = location.hash.slice(1);
const Panel = createPanel({ ask, t, now: Date.now, clock: systemClock, saveFile, onChange, onHide, openStatus, initialSection });
render(<Panel />, main);
