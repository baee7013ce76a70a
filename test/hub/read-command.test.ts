import { expect, test } from 'vitest';
import { type HubCommand, readCommand, unknownCommand } from '../../src/hub/read-command.ts';

test.each<[string, HubCommand | undefined]>([
  ['', { command: 'run' }],
  ['link', { command: 'link', name: 'Facilitator' }],
  ['link --name Ada', { command: 'link', name: 'Ada' }],
  ['--name=Ada link', { command: 'link', name: 'Ada' }],
  ['link --name=', { command: 'link', name: 'Facilitator' }],
  [`link --name=${'a'.repeat(200)}`, { command: 'link', name: 'a'.repeat(120) }],
  ['token', { command: 'token' }],
  ['backup a.gz', { command: 'backup', file: 'a.gz' }],
  ['restore a.gz', { command: 'restore', file: 'a.gz' }],
  ['backup', undefined],
  ['restore a.gz b.gz', undefined],
  ['backup a.gz --name Ada', undefined],
  ['help', { command: 'help' }],
  ['--help', { command: 'help' }],
  ['-h', { command: 'help' }],
  ['link --help', { command: 'help' }],
  ['help link', { command: 'help' }],
  ['token --name Ada', undefined],
  ['lnk', undefined],
  ['link more', undefined],
  ['link --name', undefined],
  ['--name Ada', undefined],
  ['--nam Ada', undefined],
])('the command line "%s" is parsed', (line, expected) => {
  expect(readCommand(line.split(' ').filter(Boolean))).toEqual(expected);
});

test.each([
  ['lnk', 'Did you mean "link"?'],
  ['restor a.gz', 'Did you mean "restore"?'],
  ['tokn', 'Did you mean "token"?'],
  ['--name Ada lnik', 'node src/hub/start.mjs link'],
  ['serve', 'node src/hub/start.mjs runs the hub'],
])('the unknown command line "%s" is answered with what was meant', (line, expected) => {
  expect(unknownCommand(line.split(' ')).remedy).toContain(expected);
});
