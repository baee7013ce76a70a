import type { Browser } from 'webextension-polyfill';
import { endIfInvalidated } from '../runtime/lifetime.ts';
import type { LookUp } from '../runtime/translate.ts';

const world = globalThis as unknown as { browser?: Browser; chrome?: Browser };

/**
 * The extension's API, of which page scripts use little: to send and receive messages and to look up texts. Both browsers return promises
 * for these, so the polyfill's 3 kB stay out of every page.
 */
export const browser = (world.browser ?? world.chrome) as Browser;

/** Sends a message to the background. A call that fails because the extension was updated or removed ends the lifetime. */
export async function sendMessage(message: unknown, lifetime: AbortSignal): Promise<unknown> {
  try {
    return await browser.runtime.sendMessage(message);
  } catch (error) {
    endIfInvalidated(lifetime, error);
    throw error;
  }
}

/** A text of the browser's catalogue; empty where the extension is gone, until what would show it has gone too. */
export const lookUpMessage: LookUp = (key, values) => {
  try {
    return browser.i18n.getMessage(key, values);
  } catch {
    return '';
  }
};
