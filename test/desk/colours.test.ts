import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

/** Names of one colour at the desk, and on the extension's own pages and its overlay. */
const pairs = [
  ['surface', 'paper'],
  ['raised', 'raised'],
  ['ink', 'ink'],
  ['muted', 'soft-ink'],
  ['line', 'line'],
  ['edge', 'field-line'],
  ['accent', 'accent'],
  ['on-accent', 'accent-ink'],
] as const;

const read = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
const desk = await read('src/desk/kit/tokens.css');

function pairOf(name: string): [light: string, dark: string] {
  const [, light, dark] = desk.match(new RegExp(`--cairn-${name}: light-dark\\((#\\w+), (#\\w+)\\)`)) ?? [];
  if (!light || !dark) throw new Error(`The desk has no pair --cairn-${name}`);
  return [light, dark];
}

test.each(['assets/styles/page.css', 'src/overlay/overlay.css'])(
  '%s has the same colours as the desk, light and dark',
  async (path) => {
    const css = await read(path);
    for (const [name, local] of pairs) {
      const set = [...css.matchAll(new RegExp(`--${local}: (#\\w+);`, 'g'))].map(([, colour]) => colour);
      if (set.length > 0) expect({ [local]: set }).toEqual({ [local]: pairOf(name) });
    }
    expect(css).toContain('--paper: #');
  },
);
