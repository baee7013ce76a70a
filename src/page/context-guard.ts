import type { GuardDeps } from '../runtime/guard.ts';
import { browser } from './extension-api.ts';

/** Guards what runs in a page: our errors never reach it, and we know when the extension has left us behind. */
export const contextGuard = {
  report: (error: unknown) => console.debug('[cairn]', error),
  isContextValid: () => browser.runtime?.id !== undefined,
} satisfies GuardDeps;
