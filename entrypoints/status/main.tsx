import { render } from 'preact';
import browser from 'webextension-polyfill';
import { createAsk } from '../../src/messaging/ask.ts';
import { createStatus } from '../../src/panel/status-view.tsx';

const say = (key: string, ...values: string[]) => browser.i18n.getMessage(key, values);
document.documentElement.lang = browser.i18n.getUILanguage();
document.documentElement.dir = say('direction');
document.title = say('statusTitle');
const StatusPage = createStatus({
  ask: createAsk((message) => browser.runtime.sendMessage(message)),
  say,
  onChange: (act) => browser.storage.onChanged.addListener(act),
});
render(<StatusPage />, document.getElementById('main')!);
