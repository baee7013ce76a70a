import { render } from 'preact';
import browser from 'webextension-polyfill';
import { createAsk } from '../../src/messaging/ask.ts';
import { createPopup } from '../../src/panel/popup-view.tsx';

const say = (key: string, ...values: string[]) => browser.i18n.getMessage(key, values);
document.documentElement.lang = browser.i18n.getUILanguage();
document.documentElement.dir = say('direction');
const Popup = createPopup({
  ask: createAsk((message) => browser.runtime.sendMessage(message)),
  say,
  now: Date.now,
  openStatus: () => void browser.runtime.openOptionsPage().then(() => window.close()),
});
render(<Popup />, document.getElementById('main')!);
