import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { DeskCommand } from './desk-command.ts';

/** The list of commands: what the shell offers everywhere, and what the page that is shown adds. */
export interface CommandRegistry {
  commands: ReadonlySignal<readonly DeskCommand[]>;
  /** Adds commands until the returned function is called. A later command takes the place of an earlier one with its id. */
  add: (commands: readonly DeskCommand[]) => () => void;
}

export function createCommandRegistry(): CommandRegistry {
  const added = signal<readonly (readonly DeskCommand[])[]>([]);
  return {
    commands: computed(() => [...new Map(added.value.flat().map((command) => [command.id, command])).values()]),
    add: (commands) => {
      added.value = [...added.peek(), commands];
      return () => {
        added.value = added.peek().filter((other) => other !== commands);
      };
    },
  };
}

/**
 * Adds commands while a component is shown. What they do may change with every render; their ids, titles and keys are taken when the set
 * of their ids changes.
 */
export function useCommands({ add }: Pick<CommandRegistry, 'add'>, commands: readonly DeskCommand[]): void {
  const latest = useRef(commands);
  latest.current = commands;
  useEffect(() => {
    const now = (id: string) => latest.current.find((command) => command.id === id);
    return add(
      latest.current.map((command) => ({
        ...command,
        isEnabled: () => now(command.id)?.isEnabled?.() ?? true,
        run: () => now(command.id)?.run(),
      })),
    );
  }, [add, commands.map(({ id, title }) => `${id} ${title}`).join('\n')]);
}
