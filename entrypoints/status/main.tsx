import { render } from 'preact';
import browser from 'webextension-polyfill';
import { createStatus } from '../../src/panel/status-view.tsx';
import { ownPage } from './own-page.ts';

const { ask, say, main } = await ownPage();
document.title = say('statusTitle');
const StatusPage = createStatus({ ask, say, onChange: (act) => browser.storage.onChanged.addListener(act) });
render(<StatusPage />, main);
