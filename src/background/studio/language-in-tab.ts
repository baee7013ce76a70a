import type { Browser } from 'webextension-polyfill';

/** Runs in the page. */
const statedLanguage = (): string => document.documentElement.lang;

/** The language that the page of a tab says it is in, as a BCP 47 tag; undefined where it says none. */
export async function languageInTab(scripting: Browser['scripting'], tabId: number): Promise<string | undefined> {
  try {
    const [page] = await scripting.executeScript({ target: { tabId }, func: statedLanguage });
    return Intl.getCanonicalLocales(String(page?.result ?? ''))[0];
  } catch {
    return undefined;
  }
}
