import { useCommands } from './commands/command-registry.ts';
import type { DeskCommand } from './commands/desk-command.ts';
import type { DeskDeps } from './desk-deps.ts';
import type { Place } from './rail.tsx';

/** What can be done from everywhere at the desk: go to a place that the role may see, and sign out. */
export function useShellCommands(
  { commands, router, signIn, texts }: DeskDeps,
  { places, isSignedIn }: { places: readonly Place[]; isSignedIn: boolean },
): void {
  const going = places.map<DeskCommand>(({ view, title, key }) => ({
    id: `go.${view}`,
    title: texts.commands.goTo(title),
    group: 'go',
    keys: [`g ${key}`],
    run: () => router.navigate({ view }),
  }));
  const signOut: DeskCommand = {
    id: 'desk.sign-out',
    title: texts.commands.signOut,
    group: 'desk',
    keys: [],
    isEnabled: () => isSignedIn,
    run: () => void signIn.signOut(),
  };
  useCommands(commands, [...going, signOut]);
}
