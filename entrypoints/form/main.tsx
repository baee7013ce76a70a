import { render } from 'preact';
import browser from 'webextension-polyfill';
import { createAsk } from '../../src/messaging/ask.ts';
import { createForm } from '../../src/panel/form-view.tsx';

const say = (key: string, ...values: string[]) => browser.i18n.getMessage(key, values);
document.documentElement.lang = browser.i18n.getUILanguage();
document.documentElement.dir = say('direction');
document.title = say('formName');
const Form = createForm(
  createAsk((message) => browser.runtime.sendMessage(message)),
  location.hash.slice(1),
  say,
);
render(<Form />, document.getElementById('main')!);
