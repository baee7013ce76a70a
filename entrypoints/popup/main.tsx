import { render } from 'preact';
import browser from 'webextension-polyfill';
import { createPopup } from '../../src/panel/popup-view.tsx';
import { panelOpener } from '../panel/open-panel.ts';
import { ownPage } from '../status/own-page.ts';

const { ask, say, main } = await ownPage();
const openStatus = () => void browser.runtime.openOptionsPage().then(() => window.close());
const open = panelOpener();
const openPanel = () => void open().then(() => window.close());
const Popup = createPopup({ ask, say, now: Date.now, openStatus, openPanel });
render(<Popup />, main);
