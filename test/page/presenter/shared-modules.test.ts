import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { expect, test, vi } from 'vitest';
import { takeFromOverlay } from '../../../setup/take-from-overlay.ts';

const root = join(import.meta.dirname, '../../..');

/** What a later script takes, by module, as its bundle names it: `cairnModules["src/dom/frames.ts"]` and `frames_ts.FRAMES`. */
async function importsOf(entry: string): Promise<Record<string, string[]>> {
  vi.stubEnv('NODE_ENV', 'production');
  const imported: Record<string, string[]> = {};
  const noteBindings: Rolldown.Plugin = {
    name: 'note-bindings',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk') Object.assign(imported, bindingsIn(chunk.code));
    },
  };
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    plugins: [takeFromOverlay(), noteBindings],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      target: 'es2024',
      lib: { entry, formats: ['iife'], name: 'bundle', fileName: 'bundle' },
    },
  });
  return imported;
}

/** The parameters of the one function that the bundle is, and what is read of each. */
function bindingsIn(code: string): Record<string, string[]> {
  const parameters = /\(function\(([^)]*)\)/
    .exec(code)![1]!
    .split(',')
    .map((name) => name.trim());
  const ids = [...code.matchAll(/cairnModules\["([^"]+)"\]/g)].map(([, id]) => id!);
  expect(parameters).toHaveLength(ids.length);
  return Object.fromEntries(
    ids.map((id, i) => {
      const read = new RegExp(`\\b${parameters[i]!.replaceAll('$', '\\$')}\\.(\\w+)`, 'g');
      return [id, [...new Set([...code.matchAll(read)].map(([, name]) => name!))].sort()];
    }),
  );
}

/** What the overlay lends, by module, as its source says. */
function lent(): Record<string, string[]> {
  const source = readFileSync(join(root, 'src/page/presenter/shared-modules.ts'), 'utf8');
  const rows = [...source.matchAll(/^ {2}'([^']+)': \{ (.*) \},$/gm)];
  return Object.fromEntries(rows.map(([, id, names]) => [id!, names!.split(', ').sort()]));
}

test('the overlay lends exactly what the scripts after it take', async () => {
  const taken: Record<string, string[]> = {};
  for (const script of ['page-content.ts', 'page-modes.ts', 'page-acts.ts', 'page-panel.ts'])
    for (const [id, names] of Object.entries(await importsOf(join(root, 'entrypoints', script))))
      taken[id] = [...new Set([...(taken[id] ?? []), ...names])].sort();
  expect(taken).toEqual(lent());
});
