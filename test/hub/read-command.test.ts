import { expect, test } from 'vitest';
import { type HubCommand, readCommand } from '../../src/hub/read-command.ts';

test.each<[string, HubCommand | undefined]>([
  ['', { command: 'run' }],
  ['link', { command: 'link', name: 'Facilitator' }],
  ['link --name Ada', { command: 'link', name: 'Ada' }],
  ['--name=Ada link', { command: 'link', name: 'Ada' }],
  ['link --name=', { command: 'link', name: 'Facilitator' }],
  [`link --name=${'a'.repeat(200)}`, { command: 'link', name: 'a'.repeat(120) }],
  ['token', { command: 'token' }],
  ['token --name Ada', undefined],
  ['lnk', undefined],
  ['link more', undefined],
  ['link --name', undefined],
  ['--name Ada', undefined],
  ['--nam Ada', undefined],
])('the command line "%s" is parsed', (line, expected) => {
  expect(readCommand(line.split(' ').filter(Boolean))).toEqual(expected);
});
