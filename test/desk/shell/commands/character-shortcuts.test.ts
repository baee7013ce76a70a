import { expect, test } from 'vitest';
import { createCharacterShortcuts } from '../../../../src/desk/shell/commands/character-shortcuts.ts';

function memory() {
  const stored = new Map<string, string>();
  return {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  };
}

test('shortcuts of a single character are on until they are switched off, which this browser remembers', () => {
  const storage = memory();
  const first = createCharacterShortcuts(() => storage);
  expect(first.areOn.value).toBe(true);
  first.toggle();
  expect(first.areOn.value).toBe(false);
  expect(createCharacterShortcuts(() => storage).areOn.value).toBe(false);
});

test('in a browser that stores nothing, the switch holds for the page', () => {
  const characters = createCharacterShortcuts(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  characters.toggle();
  expect(characters.areOn.value).toBe(false);
});
