import type { Ask } from '../../src/messaging/ask.ts';
import type { FormActs } from '../../src/overlay/form-frame.tsx';
import { tryAgain } from '../../src/runtime/try-again.ts';
import { browser } from '../page/api.ts';

/** Where the form with that key is shown in a frame. */
export const formUrl = (key: string): string => `${browser.runtime.getURL('form.html')}#${key}`;
const keyOf = (url: string) => new URL(url).hash.slice(1);

/** The form says in the background that it is there, while we hear in the page that its frame has loaded: which comes first is not settled. */
export const createFormActs = (ask: Ask): FormActs => ({
  isAlive: (url) => tryAgain([150, 850], async () => (await ask('form.alive', { key: keyOf(url) })) === true),
  openWindow: (url) => void ask('form.window', { key: keyOf(url) }),
});
