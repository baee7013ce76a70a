import { render } from 'preact';
import browser from 'webextension-polyfill';
import { openExtensionPage } from '../../src/panel/extension-page.ts';
import { createPanelOpener } from '../../src/panel/open-panel.ts';
import { createPopup } from '../../src/panel/popup-view.tsx';

const { ask, t, main } = await openExtensionPage();
const openStatus = () => void browser.runtime.openOptionsPage().then(() => window.close());
const open = createPanelOpener();
const openPanel = () => void open().then(() => window.close());
const Popup = createPopup({ ask, t, now: Date.now, openStatus, openPanel, close: () => window.close() });
render(<Popup />, main);
