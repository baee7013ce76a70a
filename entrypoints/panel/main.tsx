import { render } from 'preact';
import browser from 'webextension-polyfill';
import { createPanel } from '../../src/panel/panel-view.tsx';
import { saveFile } from '../../src/panel/save-file.ts';
import { ownPage } from '../status/own-page.ts';

const { ask, say, main } = await ownPage();
document.title = say('panelTitle');
const onChange = (act: () => void) => {
  browser.storage.onChanged.addListener(act);
  browser.tabs.onActivated.addListener(act);
  document.addEventListener('visibilitychange', () => document.hidden || act());
};
const Panel = createPanel({ ask, say, now: Date.now, saveFile, onChange, first: location.hash.slice(1) });
render(<Panel />, main);
