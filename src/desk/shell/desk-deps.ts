import type { ReadonlySignal } from '@preact/signals';
import type { Announcer } from '../kit/announcer.ts';
import type { HubApi } from '../kit/hub-api.ts';
import type { BrowserTab } from '../kit/polling.ts';
import type { DeskTexts } from '../kit/texts/desk-texts.ts';
import type { CharacterShortcuts } from './commands/character-shortcuts.ts';
import type { CommandRegistry } from './commands/command-registry.ts';
import type { Router } from './router.ts';
import type { SignInSession } from './sign-in.ts';

/** What every page of the desk is given. Only `main.tsx` creates these. */
export interface DeskDeps {
  hub: HubApi;
  signIn: SignInSession;
  router: Router;
  tab: BrowserTab;
  clock: ReadonlySignal<number>;
  locale: string;
  announcer: Announcer;
  commands: CommandRegistry;
  characters: CharacterShortcuts;
  texts: DeskTexts;
}
