import browser from 'webextension-polyfill';
import { type Ask, createAsk } from '../../src/messaging/ask.ts';
import type { Say } from '../../src/runtime/say.ts';
import { type Catalogue, wordsOf } from '../../src/runtime/words.ts';

export interface OwnPage {
  ask: Ask;
  say: Say;
  main: HTMLElement;
}

/** What every page of the extension's own begins with: its words, their direction, and the way to the background. */
export async function ownPage(): Promise<OwnPage> {
  const language = browser.i18n.getUILanguage();
  const getMessage: Say = (key, ...values) => browser.i18n.getMessage(key, values);
  const say = await wordsOf({ getMessage, language }, catalogue);
  document.documentElement.lang = language;
  document.documentElement.dir = say('direction');
  return { ask: createAsk((message) => browser.runtime.sendMessage(message)), say, main: document.getElementById('main')! };
}

async function catalogue(locale: string): Promise<Catalogue | undefined> {
  const answer = await fetch(browser.runtime.getURL(`_locales/${locale}/messages.json`)).catch(() => undefined);
  return answer?.ok ? ((await answer.json()) as Catalogue) : undefined;
}
