import { expect, test } from 'vitest';
import type { DeskCommand } from '../../../../src/desk/shell/commands/desk-command.ts';
import { findCommands } from '../../../../src/desk/shell/commands/find-commands.ts';

const titled = (title: string, given: Partial<DeskCommand> = {}): DeskCommand => ({
  ...{ id: title, title, group: 'item', keys: [], run: () => undefined },
  ...given,
});

const commands = [
  titled('Unassign'),
  titled('Assign to me'),
  titled('Assign …'),
  titled('Zurück zur Übersicht'),
  titled('Merge', { isEnabled: () => false }),
  titled('Next row', { isKeyOnly: true }),
];
const found = (query: string) => findCommands(commands, query).map(({ title }) => title);

test('every word of the query is in the title, and titles whose words begin with them come first', () => {
  expect(found('assign')).toEqual(['Assign to me', 'Assign …', 'Unassign']);
  expect(found('me assign')).toEqual(['Assign to me']);
});

test('case and accents do not matter', () => {
  expect(found('ZURUCK ubersicht')).toEqual(['Zurück zur Übersicht']);
});

test('what cannot be done now, and what has a key alone, is not offered', () => {
  expect(found('')).toEqual(['Unassign', 'Assign to me', 'Assign …', 'Zurück zur Übersicht']);
});
