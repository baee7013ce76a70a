import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Codebase } from './architecture/codebase.ts';
import { moduleTable } from './architecture/module-table.ts';
import { readSource } from './architecture/read-source.ts';
import { rules } from './architecture/rules.ts';

const root = join(import.meta.dirname, '..');
const folders = ['src', 'entrypoints', 'setup', 'demo', 'test'];
const readText = (path: string) => readFileSync(join(root, path), 'utf8');
const { dependencies, devDependencies } = JSON.parse(readText('package.json')) as Record<
  'dependencies' | 'devDependencies',
  object
>;

function readCodebase(): Codebase {
  const paths = [
    ...folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx,mts,mjs}`, { cwd: root })),
    ...globSync('*.config.ts', { cwd: root }),
  ];
  return {
    sources: paths
      .filter((path) => !/node_modules|\.d\.m?ts$/.test(path))
      .sort()
      .map((path) => readSource(path.replaceAll('\\', '/'), readText(path))),
    table: moduleTable,
    packages: [...Object.keys(dependencies), ...Object.keys(devDependencies)],
    exists: (path) => existsSync(join(root, path)),
    today: new Date().toISOString().slice(0, 10),
  };
}

describe('the architecture holds', () => {
  const codebase = readCodebase();
  test.each(Object.entries(rules))('%s', (_, rule) => {
    expect(rule(codebase)).toEqual([]);
  });

  test('every package has its reason in decision 0002', () => {
    const record = readText('docs/decisions/0002-tooling.md');
    const reasoned = [...record.matchAll(/^\| `([^`]+)` \| \S/gm)].map(([, name]) => name);
    expect(codebase.packages.filter((name) => !reasoned.includes(name))).toEqual([]);
    expect(reasoned.filter((name) => !codebase.packages.includes(name!))).toEqual([]);
  });

  test.each(['package-lock.json', 'demo/orders/package-lock.json', 'test/apps/vendure/package-lock.json'])(
    '%s installs on every platform and from every registry',
    (path) => {
      const { packages } = JSON.parse(readText(path)) as { packages: Record<string, { optionalDependencies?: object }> };
      const held = new Set(Object.keys(packages).map((at) => at.replace(/^.*node_modules\//, '')));
      const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
      expect(wanted.filter((name) => !held.has(name))).toEqual([]);
      expect(readText(path)).not.toContain('"resolved"');
    },
  );

  test('the rules are applied to the sources of the project', () => {
    expect(codebase.sources.filter(({ path }) => path.startsWith('src/')).length).toBeGreaterThan(100);
    expect(codebase.sources.some(({ path }) => path === 'src/model/pack/pack.ts')).toBe(true);
  });
});
