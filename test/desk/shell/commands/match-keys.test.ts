import { expect, test } from 'vitest';
import type { DeskCommand } from '../../../../src/desk/shell/commands/desk-command.ts';
import { matchKeys, NO_KEYS, SEQUENCE_MS } from '../../../../src/desk/shell/commands/match-keys.ts';

const command = (id: string, given: Partial<DeskCommand> = {}): DeskCommand => ({
  id,
  title: id,
  group: 'item',
  keys: [id],
  run: () => undefined,
  ...given,
});

const commands = [
  command('i'),
  command('j', { keys: ['j', 'ArrowDown'], repeats: true }),
  command('merge', { keys: ['m'] }),
  command('split', { keys: ['Shift+M'] }),
  command('palette', { keys: ['Mod+K'] }),
  command('inbox', { keys: ['g i'] }),
  command('off', { keys: ['o'], isEnabled: () => false }),
];

/** Presses tokens one after the other; gives the commands that ran. */
function press(tokens: string[], { hasCharacters = true, isRepeat = false, gap = 100 } = {}): (string | undefined)[] {
  let pending = NO_KEYS;
  return tokens.map((token, at) => {
    const match = matchKeys(pending, token, { commands, hasCharacters, isRepeat, now: 1_000 + at * gap });
    pending = match.pending;
    return match.command?.id;
  });
}

test.each<[string[], (string | undefined)[]]>([
  [['m'], ['merge']],
  [['Shift+m'], ['split']],
  [['ArrowDown'], ['j']],
  [
    ['g', 'i'],
    [undefined, 'inbox'],
  ],
  [
    ['g', 'i', 'i'],
    [undefined, 'inbox', 'i'],
  ],
  [['o'], [undefined]],
  [['z'], [undefined]],
])('%j runs %j', (tokens, ran) => {
  expect(press(tokens)).toEqual(ran);
});

test('after g, a key that leads nowhere does nothing, and the next key counts alone', () => {
  expect(press(['g', 'm', 'm'])).toEqual([undefined, undefined, 'merge']);
});

test('a second key that comes too late counts alone', () => {
  expect(press(['g', 'i'], { gap: SEQUENCE_MS + 1 })).toEqual([undefined, 'i']);
});

test('with single characters switched off, keys with Ctrl and named keys still work', () => {
  expect(press(['m', 'Shift+m', 'g', 'i', 'Mod+k', 'ArrowDown'], { hasCharacters: false })).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    'palette',
    'j',
  ]);
});

test('a key that is held down repeats movement only', () => {
  expect(press(['j', 'm'], { isRepeat: true })).toEqual(['j', undefined]);
});
