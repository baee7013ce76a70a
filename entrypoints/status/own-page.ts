import browser from 'webextension-polyfill';
import { type Ask, createAsk } from '../../src/messaging/ask.ts';
import type { Say } from '../../src/runtime/say.ts';

export interface OwnPage {
  ask: Ask;
  say: Say;
  main: HTMLElement;
}

/** What every page of the extension's own begins with: its words, their direction, and the way to the background. */
export function ownPage(): OwnPage {
  const say: Say = (key, ...values) => browser.i18n.getMessage(key, values);
  document.documentElement.lang = browser.i18n.getUILanguage();
  document.documentElement.dir = say('direction');
  return { ask: createAsk((message) => browser.runtime.sendMessage(message)), say, main: document.getElementById('main')! };
}
