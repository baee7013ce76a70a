import type { ReadonlySignal } from '@preact/signals';
import type { Announcer } from '../kit/announcer.ts';
import type { HubClient } from '../kit/hub-client.ts';
import type { BrowserTab } from '../kit/polling.ts';
import type { Router } from './router.ts';
import type { SignInSession } from './sign-in.ts';

/** What the desk is given: only `main.tsx` makes these. */
export interface DeskDeps {
  hub: HubClient;
  signIn: SignInSession;
  router: Router;
  tab: BrowserTab;
  clock: ReadonlySignal<number>;
  locale: string;
  announcer: Announcer;
}
