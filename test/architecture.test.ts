import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSource } from './architecture/read-source.ts';
import { type Codebase, type ModuleTable, rules } from './architecture/rules.ts';

/**
 * Who may import whom: a folder of src → the folders it may use. Nothing else holds them apart, so a new crossing is a decision: it is
 * written here, or it is not made.
 */
const table: ModuleTable = {
  model: { uses: [] },
  runtime: { uses: ['model'] },
  dom: { uses: ['model', 'runtime'], page: true },
  messaging: { uses: ['model', 'runtime'], types: ['ledger', 'targeting'] },
  policy: { uses: ['model', 'runtime'] },
  packs: { uses: ['model', 'runtime', 'policy'] },
  targeting: { uses: ['model'], types: ['runtime'], page: true },
  locator: { uses: ['model', 'runtime', 'dom'], page: true },
  overlay: { uses: ['model', 'runtime', 'dom', 'locator'], page: true },
  player: { uses: ['model', 'runtime', 'dom', 'targeting'], page: true },
  friction: { uses: ['model', 'runtime', 'dom'], page: true },
  ledger: { uses: ['model', 'runtime'] },
  upload: { uses: ['model', 'runtime', 'policy', 'ledger'] },
  studio: { uses: ['model', 'runtime', 'dom', 'locator', 'overlay'], page: true },
  background: {
    uses: ['model', 'runtime', 'messaging', 'policy', 'packs', 'targeting', 'player', 'friction', 'ledger', 'upload'],
  },
  page: { uses: ['model', 'runtime', 'dom', 'messaging', 'targeting', 'locator', 'overlay', 'player', 'friction'], page: true },
  panel: { uses: ['model', 'runtime', 'messaging', 'targeting'], types: ['ledger'] },
  hub: { uses: ['model', 'runtime', 'targeting'], node: true },
  desk: { uses: ['model'], types: ['hub'], page: true },
  cli: { uses: ['model', 'runtime', 'packs', 'policy', 'targeting', 'locator'], node: true },
};

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
    table,
    packages: [...Object.keys(dependencies), ...Object.keys(devDependencies)],
    exists: (path) => existsSync(join(root, path)),
    today: new Date().toISOString().slice(0, 10),
  };
}

describe('the house holds', () => {
  const codebase = readCodebase();
  test.each(Object.entries(rules))('%s', (_, rule) => {
    expect(rule(codebase)).toEqual([]);
  });

  test('every package has its reason on record', () => {
    const record = readText('docs/decisions/0002-tooling.md');
    const reasoned = [...record.matchAll(/^\| `([^`]+)` \| \S/gm)].map(([, name]) => name);
    expect(codebase.packages.filter((name) => !reasoned.includes(name))).toEqual([]);
    expect(reasoned.filter((name) => !codebase.packages.includes(name!))).toEqual([]);
  });

  test.each(['package-lock.json', 'demo/orders/package-lock.json', 'test/apps/vendure/package-lock.json'])(
    '%s serves every platform and every registry',
    (path) => {
      const { packages } = JSON.parse(readText(path)) as { packages: Record<string, { optionalDependencies?: object }> };
      const held = new Set(Object.keys(packages).map((at) => at.replace(/^.*node_modules\//, '')));
      const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
      expect(wanted.filter((name) => !held.has(name))).toEqual([]);
      expect(readText(path)).not.toContain('"resolved"');
    },
  );

  test('it is read at all', () => {
    expect(codebase.sources.filter(({ path }) => path.startsWith('src/')).length).toBeGreaterThan(100);
    expect(codebase.sources.some(({ path }) => path === 'src/model/pack/pack.ts')).toBe(true);
  });
});

/** A house of a few files, each a path and its text. */
function codebaseOf(files: Record<string, string>): Codebase {
  return {
    sources: Object.entries(files).map(([path, text]) => readSource(path, text)),
    table,
    packages: ['zod', 'preact', 'wxt'],
    exists: (path) => path in files || path.endsWith('.css'),
    today: '2026-11-22',
  };
}

const zodNoun = { 'src/model/noun.ts': `import { z } from 'zod'; export const noun = z.string(); export type Noun = string;` };

describe('each rule catches what it is for', () => {
  test.each<[keyof typeof rules, string, Record<string, string>, string]>([
    ['every folder is in the table', 'a new room', { 'src/attic/box.ts': 'export const a = 1;' }, 'src/attic/box.ts'],
    [
      'a folder uses only what the table grants',
      'page → background',
      { 'src/overlay/a.ts': `import { b } from '../messaging/b.ts'; b();`, 'src/messaging/b.ts': 'export const b = () => {};' },
      'src/overlay/a.ts',
    ],
    [
      'a folder uses only what the table grants',
      'even for a type',
      { 'src/model/a.ts': `import type { B } from '../packs/b.ts'; export type A = B;`, 'src/packs/b.ts': 'export type B = 1;' },
      'src/model/a.ts',
    ],
    [
      'a folder uses only what the table grants',
      'by a dynamic import',
      { 'src/friction/a.ts': `export const a = () => import('../ledger/b.ts');`, 'src/ledger/b.ts': 'export const b = 1;' },
      'src/friction/a.ts',
    ],
    [
      'a folder uses only what the table grants',
      'by passing it on',
      { 'src/runtime/a.ts': `export { b } from '../hub/b.ts'; export const c = 1;`, 'src/hub/b.ts': 'export const b = 1;' },
      'src/runtime/a.ts',
    ],
    [
      'a folder uses only what the table grants',
      'a value where only types are granted',
      { 'src/desk/a.ts': `import { b } from '../hub/b.ts'; b();`, 'src/hub/b.ts': 'export const b = () => {};' },
      'src/desk/a.ts',
    ],
    [
      'a folder uses only what the table grants',
      'out of src',
      { 'src/hub/a.ts': `import { b } from '../../setup/b.ts'; b();`, 'setup/b.ts': 'export const b = () => {};' },
      'src/hub/a.ts',
    ],
    [
      'entrypoints compose the extension alone',
      'the hub',
      {
        'entrypoints/page/index.ts': `import { b } from '../../src/hub/b.ts'; b();`,
        'src/hub/b.ts': 'export const b = () => {};',
      },
      'entrypoints/page/index.ts',
    ],
    [
      'no cycles',
      'three in a ring',
      {
        'src/model/a.ts': `import { b } from './b.ts'; export const a = b;`,
        'src/model/b.ts': `import { c } from './c.ts'; export const b = c;`,
        'src/model/c.ts': `import type { a } from './a.ts'; export const c = 1; export type C = typeof a;`,
      },
      'src/model/a.ts',
    ],
    [
      'page code loads no zod',
      'a schema',
      { ...zodNoun, 'src/player/a.ts': `import { noun } from '../model/noun.ts'; noun;` },
      'src/player/a.ts',
    ],
    [
      'page code loads no zod',
      'a type written inline, whose module is still loaded',
      { ...zodNoun, 'src/locator/a.ts': `import { type Noun } from '../model/noun.ts'; export type A = Noun;` },
      'src/locator/a.ts',
    ],
    [
      'page code loads no zod',
      'at second hand',
      {
        ...zodNoun,
        'src/runtime/b.ts': `import { noun } from '../model/noun.ts'; export const b = noun;`,
        'entrypoints/overlay/index.ts': `import { b } from '../../src/runtime/b.ts'; b;`,
      },
      'entrypoints/overlay/index.ts',
    ],
    [
      'page code registers callbacks by its lifetime',
      'a listener',
      { 'src/overlay/a.ts': `export const a = (b: Window) => b.addEventListener('click', () => {});` },
      'src/overlay/a.ts',
    ],
    [
      'page code registers callbacks by its lifetime',
      'a timer deep in a function',
      { 'src/friction/page/a.ts': 'export function a() { return () => { if (a) setTimeout(a, 5); }; }' },
      'src/friction/page/a.ts',
    ],
    [
      'page code registers callbacks by its lifetime',
      'an observer of a frame’s window',
      { 'src/dom/a.ts': 'export const a = (view: typeof globalThis) => new view.MutationObserver(() => {});' },
      'src/dom/a.ts',
    ],
    [
      'page code registers callbacks by its lifetime',
      'a handler property',
      { 'src/page/a.ts': 'export function a(port: MessagePort) { port.onmessage = () => {}; }' },
      'src/page/a.ts',
    ],
    [
      'wxt is for entrypoints and configs',
      'in a room',
      { 'src/runtime/a.ts': `import { b } from 'wxt/utils/b'; b();` },
      'src/runtime/a.ts',
    ],
    [
      'node modules are for what runs in Node',
      'in the page',
      { 'src/overlay/a.ts': `import { join } from 'node:path'; join();` },
      'src/overlay/a.ts',
    ],
    ['no path aliases', 'an alias', { 'src/hub/a.ts': `import { b } from '@/model/b.ts'; b();` }, 'src/hub/a.ts'],
    ['no path aliases', 'an undeclared package', { 'src/hub/a.ts': `import b from 'left-pad'; b();` }, 'src/hub/a.ts'],
    [
      'imports name the file',
      'no ending',
      { 'src/hub/a.ts': `import { b } from './b'; b();`, 'src/hub/b.ts': '' },
      'src/hub/a.ts',
    ],
    [
      'imports name the file',
      'a file that is not there',
      { 'src/hub/a.ts': `import { b } from './gone.ts'; b();` },
      'src/hub/a.ts',
    ],
    [
      'no barrels',
      'a list of others',
      { 'src/model/all.ts': `export { a } from './a.ts'; export type { B } from './b.ts';` },
      'src/model/all.ts',
    ],
    ['no barrels', 'export all', { 'src/model/a.ts': `export * from './b.ts'; export const a = 1;` }, 'src/model/a.ts'],
    ['named exports only', 'a default', { 'src/model/a.ts': 'export default 1;' }, 'src/model/a.ts'],
    ['names from the field', 'a file', { 'src/model/date-utils.ts': 'export const a = 1;' }, 'src/model/date-utils.ts'],
    ['names from the field', 'a folder', { 'src/hub/helpers/a.ts': 'export const a = 1;' }, 'src/hub/helpers/a.ts'],
    ['files are kebab-case', 'camels', { 'src/hub/openStore.ts': 'export const a = 1;' }, 'src/hub/openStore.ts'],
    ['files stay small', '201 lines', { 'src/hub/a.ts': '\n'.repeat(201) }, 'src/hub/a.ts'],
    ['no state in a module', 'let', { 'src/hub/a.ts': 'export let a = 1;' }, 'src/hub/a.ts'],
    ['no state in a module', 'var in an entrypoint', { 'entrypoints/page/index.ts': 'var a = 1;' }, 'entrypoints/page/index.ts'],
    ['what is temporary has its day', 'yesterday', { 'src/hub/a.ts': '// TODO [2026-11-21] take out' }, 'src/hub/a.ts'],
    ['what is temporary has its day', 'no day', { 'test/hub/a.test.ts': '/* TODO later */' }, 'test/hub/a.test.ts'],
  ])('%s: %s', (name, _, files, blamed) => {
    const found = rules[name](codebaseOf(files));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${blamed}: .`));
  });

  test('and lets pass what is well', () => {
    const codebase = codebaseOf({
      ...zodNoun,
      'src/model/pack/url-scope-schema.ts':
        'export const matchesUrlScope = () => { let depth = 0; depth += 1; return depth; };\n'.repeat(200),
      'src/player/a.ts': `import type { Noun } from '../model/noun.ts'; import { matchesUrlScope } from '../model/pack/url-scope-schema.ts'; export const a: Noun = String(matchesUrlScope());`,
      'src/desk/a.tsx': `import type { B } from '../hub/b.ts'; import './a.css'; export const A = (b: B) => <p>{b}</p>;`,
      'src/overlay/b.tsx': `import { on } from '../runtime/on.ts'; export const B = (b: Window, life: AbortSignal) => { on(b, 'click', () => {}, life); return <p onClick={() => {}} />; };`,
      'src/runtime/on.ts': `export const on = (b: Window, ...rest: unknown[]) => b.addEventListener('click', rest[0] as never);`,
      'src/hub/b.ts': `import { join } from 'node:path'; import { z } from 'zod'; // TODO [2026-11-22] drop this\nexport type B = string; export const b = [z, join];`,
      'entrypoints/page/index.ts': `import { define } from 'wxt/utils/define'; import { matchesUrlScope } from '../../src/model/pack/url-scope-schema.ts'; export default define(matchesUrlScope);`,
    });
    for (const rule of Object.values(rules)) expect(rule(codebase)).toEqual([]);
  });
});
