import { type DeskCommand, isEnabled } from './desk-command.ts';

/** Without case and accents, so that `zuruck` finds `zurück`. */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

const rank = (title: string, words: readonly string[]): number => {
  const starts = title.split(/\s+/);
  return (
    words.filter((word) => !starts.some((start) => start.startsWith(word))).length + (title.startsWith(words[0] ?? '') ? 0 : 0.5)
  );
};

/** The commands that are enabled and have every word of the query in their title; those whose words begin with them come first. */
export function findCommands(commands: readonly DeskCommand[], query: string): DeskCommand[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  return commands
    .filter((command) => !command.isKeyOnly && isEnabled(command))
    .map((command) => ({ command, title: folded(command.title) }))
    .filter(({ title }) => words.every((word) => title.includes(word)))
    .sort((one, other) => rank(one.title, words) - rank(other.title, words))
    .map(({ command }) => command);
}
