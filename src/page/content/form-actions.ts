import type { Ask } from '../../messaging/ask.ts';
import type { FormActions } from '../../overlay/ui/form-frame.tsx';
import { retry } from '../../runtime/retry.ts';
import { browser } from '../extension-api.ts';

/** Address of the form with that key, for a frame. */
export const formUrl = (key: string): string => `${browser.runtime.getURL('form.html')}#${key}`;
const formKeyOf = (url: string) => new URL(url).hash.slice(1);

/** The form tells the background that it is there, and the page sees that its frame has loaded. Either may come first, so we ask again. */
export const createFormActions = (ask: Ask, lifetime: AbortSignal): FormActions => ({
  hasLoaded: (url) => retry([150, 850], async () => (await ask('form.alive', { key: formKeyOf(url) })).ok, lifetime),
  openWindow: (url) => void ask('form.window', { key: formKeyOf(url) }),
});
