import type { Ask } from '../../messaging/ask.ts';
import type { FormActions } from '../../overlay/ui/form-frame.tsx';
import { retry } from '../../runtime/retry.ts';
import { browser } from '../extension-api.ts';

/** Where the form with that key is shown in a frame. */
export const formUrl = (key: string): string => `${browser.runtime.getURL('form.html')}#${key}`;
const keyOf = (url: string) => new URL(url).hash.slice(1);

/** The form says in the background that it is there, while we hear in the page that its frame has loaded: which comes first is not settled. */
export const createFormActions = (ask: Ask, lifetime: AbortSignal): FormActions => ({
  hasLoaded: (url) => retry([150, 850], async () => (await ask('form.alive', { key: keyOf(url) })).ok, lifetime),
  openWindow: (url) => void ask('form.window', { key: keyOf(url) }),
});
