import { expect, test } from 'vitest';
import type { CommandRequest } from '../../src/hub/folder-requests.ts';
import { type HubCommand, readCommand, unknownCommand } from '../../src/hub/read-command.ts';

const id = '1b4e28ba-2fa1-4d2b-883f-0016d3cca427';
const request = (given: CommandRequest): HubCommand => ({ command: 'request', request: given });

test.each<[string, HubCommand | undefined]>([
  ['', { command: 'run' }],
  ['link', request({ ask: 'link' })],
  ['link --name Ada', request({ ask: 'link', name: 'Ada' })],
  ['--name=Ada link', request({ ask: 'link', name: 'Ada' })],
  ['link --name=', request({ ask: 'link' })],
  ['link --role publisher --name Ada', request({ ask: 'link', name: 'Ada', role: 'publisher' })],
  ['link --role owner', undefined],
  ['link --role=', undefined],
  [`link --name=${'a'.repeat(200)}`, request({ ask: 'link', name: 'a'.repeat(120) })],
  ['sign-ins', request({ ask: 'sign-ins' })],
  ['sign-ins Ada', undefined],
  ['sign-ins --role admin', undefined],
  ['sign-out --name Ada', request({ ask: 'sign-out', name: 'Ada' })],
  [`sign-out ${id}`, request({ ask: 'sign-out', id })],
  [`sign-out ${id} --name Ada`, undefined],
  ['sign-out Ada', undefined],
  ['sign-out', undefined],
  ['sign-out --name=', undefined],
  ['token', request({ ask: 'token' })],
  ['token --role admin', undefined],
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
