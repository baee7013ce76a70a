import type { ReadonlySignal } from '@preact/signals';
import type { Announcer } from './announce.ts';
import type { Hub } from './hub.ts';
import type { Whereabouts } from './place.ts';
import type { SignIn } from './session.ts';
import type { Tab } from './watch.ts';

/** What the desk is given: only `main.tsx` makes these. */
export interface DeskNeeds {
  hub: Hub;
  signIn: SignIn;
  place: Whereabouts;
  tab: Tab;
  clock: ReadonlySignal<number>;
  locale: string;
  announcer: Announcer;
}
