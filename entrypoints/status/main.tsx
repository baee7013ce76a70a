import { render } from 'preact';
import browser from 'webextension-polyfill';
import { openExtensionPage } from '../../src/panel/extension-page.ts';
import { createStatus } from '../../src/panel/status-view.tsx';

const { ask, t, main } = await openExtensionPage();
document.title = t('statusTitle');
const StatusPage = createStatus({
  ...{ ask, t, now: Date.now },
  copyText: (text) => navigator.clipboard.writeText(text),
  onChange: (callback) => browser.storage.onChanged.addListener(callback),
});
render(<StatusPage />, main);
