import browser from 'webextension-polyfill';
import { type Ask, createAsk } from '../messaging/ask.ts';
import { loadTranslate, type MessageCatalogue } from '../runtime/message-catalogue.ts';
import type { LookUp, Translate } from '../runtime/translate.ts';

interface ExtensionPage {
  ask: Ask;
  t: Translate;
  main: HTMLElement;
}

/** What each of the extension's own pages starts with: its texts with their language and direction, and a way to ask the background. */
export async function openExtensionPage(): Promise<ExtensionPage> {
  const language = browser.i18n.getUILanguage();
  const getMessage: LookUp = (key, values) => browser.i18n.getMessage(key, values);
  const t = await loadTranslate({ getMessage, language }, readCatalogue);
  document.documentElement.lang = t('language');
  document.documentElement.dir = t('direction');
  return { ask: createAsk((message) => browser.runtime.sendMessage(message)), t, main: document.getElementById('main')! };
}

async function readCatalogue(locale: string): Promise<MessageCatalogue | undefined> {
  const answer = await fetch(browser.runtime.getURL(`_locales/${locale}/messages.json`)).catch(() => undefined);
  return answer?.ok ? ((await answer.json()) as MessageCatalogue) : undefined;
}
