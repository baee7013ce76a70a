import { useCommands } from './commands/command-registry.ts';
import type { DeskCommand } from './commands/desk-command.ts';
import type { DeskDeps } from './desk-deps.ts';
import type { NavigationLink } from './frame.tsx';
import { routeTo } from './router.ts';

/** What can be done from everywhere at the desk: go to a place that the role may see, and sign out. */
export function useShellCommands(
  { commands, router, signIn, texts }: DeskDeps,
  { links, isSignedIn }: { links: readonly NavigationLink[]; isSignedIn: boolean },
): void {
  const places = links.map<DeskCommand>(({ view, title, key }) => ({
    id: `go.${view}`,
    title: texts.commands.goTo(title),
    group: 'go',
    keys: [`g ${key}`],
    run: () => router.navigate(routeTo(view)),
  }));
  const signOut: DeskCommand = {
    id: 'desk.sign-out',
    title: texts.commands.signOut,
    group: 'desk',
    keys: [],
    isEnabled: () => isSignedIn,
    run: () => void signIn.signOut(),
  };
  useCommands(commands, [...places, signOut]);
}
