import { describe, expect, test } from 'vitest';
import type { Codebase } from './codebase.ts';
import { moduleTable } from './module-table.ts';
import { readSource } from './read-source.ts';
import { RETIRED_WORDS } from './retired-words.ts';
import { rules } from './rules.ts';

/** A codebase of a few files, each a path and its text. */
function codebaseOf(files: Record<string, string>): Codebase {
  return {
    sources: Object.entries(files).map(([path, text]) => readSource(path, text)),
    table: moduleTable,
    packages: ['zod', 'preact', 'wxt', 'playwright-core'],
    exists: (path) => path in files || path.endsWith('.css'),
    today: '2026-11-22',
  };
}

const zodNoun = { 'src/model/noun.ts': `import { z } from 'zod'; export const noun = z.string(); export type Noun = string;` };

describe('each architecture rule rejects a breach', () => {
  test.each<[keyof typeof rules, string, Record<string, string>, string]>([
    ['every module is in the table', 'a new folder', { 'src/attic/box.ts': 'export const a = 1;' }, 'src/attic/box.ts'],
    [
      'every module is in the table',
      'a folder in a module whose folders have rows',
      { 'src/friction/attic/box.ts': 'export const a = 1;' },
      'src/friction/attic/box.ts',
    ],
    [
      'a module imports only what the table grants',
      'page → background',
      { 'src/overlay/a.ts': `import { b } from '../messaging/b.ts'; b();`, 'src/messaging/b.ts': 'export const b = () => {};' },
      'src/overlay/a.ts',
    ],
    [
      'a module imports only what the table grants',
      'even for a type',
      { 'src/model/a.ts': `import type { B } from '../packs/b.ts'; export type A = B;`, 'src/packs/b.ts': 'export type B = 1;' },
      'src/model/a.ts',
    ],
    [
      'a module imports only what the table grants',
      'by a dynamic import',
      { 'src/friction/a.ts': `export const a = () => import('../ledger/b.ts');`, 'src/ledger/b.ts': 'export const b = 1;' },
      'src/friction/a.ts',
    ],
    [
      'a module imports only what the table grants',
      'by passing it on',
      { 'src/runtime/a.ts': `export { b } from '../hub/b.ts'; export const c = 1;`, 'src/hub/b.ts': 'export const b = 1;' },
      'src/runtime/a.ts',
    ],
    [
      'a module imports only what the table grants',
      'a value where only types are granted',
      { 'src/desk/a.ts': `import { b } from '../hub/b.ts'; b();`, 'src/hub/b.ts': 'export const b = () => {};' },
      'src/desk/a.ts',
    ],
    [
      'a module imports only what the table grants',
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
      'no cycles of files',
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
      'in a module',
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
    [
      'file names say what a file is for',
      'a file',
      { 'src/model/date-utils.ts': 'export const a = 1;' },
      'src/model/date-utils.ts',
    ],
    ['file names say what a file is for', 'a folder', { 'src/hub/helpers/a.ts': 'export const a = 1;' }, 'src/hub/helpers/a.ts'],
    ['files are kebab-case', 'camels', { 'src/hub/openStore.ts': 'export const a = 1;' }, 'src/hub/openStore.ts'],
    ['files stay small', '201 lines', { 'src/hub/a.ts': '\n'.repeat(201) }, 'src/hub/a.ts'],
    ['no state in a module', 'let', { 'src/hub/a.ts': 'export let a = 1;' }, 'src/hub/a.ts'],
    ['no state in a module', 'var in an entrypoint', { 'entrypoints/page/index.ts': 'var a = 1;' }, 'entrypoints/page/index.ts'],
    [
      'a module imports only what the table grants',
      'a feature of the desk → another feature',
      {
        'src/desk/features/one/a.ts': `import { b } from '../two/b.ts'; b();`,
        'src/desk/features/two/b.ts': 'export const b = () => {};',
      },
      'src/desk/features/one/a.ts',
    ],
    [
      'a module imports only what the table grants',
      'the store of the hub → its HTTP layer',
      { 'src/hub/store/a.ts': `import { b } from '../http/b.ts'; b();`, 'src/hub/http/b.ts': 'export const b = () => {};' },
      'src/hub/store/a.ts',
    ],
    [
      'a module imports only what the table grants',
      'the listeners of a page → the judges across pages',
      {
        'src/friction/page/a.ts': `import { b } from '../journey/b.ts'; b();`,
        'src/friction/journey/b.ts': 'export const b = () => {};',
      },
      'src/friction/page/a.ts',
    ],
    [
      'no cycles of folders',
      'two folders, by different files',
      {
        'src/overlay/host/a.ts': `import { b } from '../ui/b.ts'; b();`,
        'src/overlay/ui/b.ts': 'export const b = () => {};',
        'src/overlay/ui/c.ts': `import type { D } from '../host/d.ts'; export type C = D;`,
        'src/overlay/host/d.ts': 'export type D = 1;',
      },
      'src/overlay/host',
    ],
    [
      'unit tests load no browser',
      'at second hand',
      {
        'test/desk/a.test.ts': `import { open } from './open.ts'; open();`,
        'test/desk/open.ts': `import { chromium } from 'playwright-core'; export const open = () => chromium.launch();`,
      },
      'test/desk/a.test.ts',
    ],
    ['entrypoints stay small', '61 lines', { 'entrypoints/page.ts': '\n'.repeat(61) }, 'entrypoints/page.ts'],
    [
      'exported type names are unique',
      'an interface and a class',
      { 'src/hub/a.ts': 'export interface A { a: 1 }', 'src/model/a.ts': 'export class A {}' },
      'src/hub/a.ts',
    ],
    ['no retired words', 'a file name', { 'src/hub/hub-door.ts': 'export const a = 1;' }, 'src/hub/hub-door.ts'],
    ['no retired words', 'a part of a constant', { 'src/hub/a.ts': 'export const MAX_KEPT = 1;' }, 'src/hub/a.ts'],
    ['no retired words', 'a parameter', { 'src/hub/a.ts': 'export const a = (said: string) => said;' }, 'src/hub/a.ts'],
    ['no retired words', 'a part of a pattern', { 'src/hub/a.ts': 'export const a = ({ b: [told] }) => told;' }, 'src/hub/a.ts'],
    ['no retired words', 'a property of a type', { 'src/hub/a.ts': 'export interface A { means: 1 }' }, 'src/hub/a.ts'],
    ['no retired words', 'a key of an object', { 'src/hub/a.ts': 'export const a = { said: 1 };' }, 'src/hub/a.ts'],
    ['no retired words', 'a type', { 'src/hub/a.ts': 'type Wiring = 1; export const a: Wiring = 1;' }, 'src/hub/a.ts'],
    ['no retired words', 'several words in a row', { 'src/hub/a.ts': 'export function listWaysUp() {}' }, 'src/hub/a.ts'],
    [
      'people are counted in hub/aggregates alone',
      'in SQL',
      { 'src/hub/focus/a.ts': 'export const a = sql`select count(*) from entries`;' },
      'src/hub/focus/a.ts',
    ],
    [
      'people are counted in hub/aggregates alone',
      'by drizzle',
      { 'src/hub/answers/a.ts': `import { count } from 'drizzle-orm'; export const a = { total: count() };` },
      'src/hub/answers/a.ts',
    ],
    [
      'people are counted in hub/aggregates alone',
      'in groups',
      { 'src/hub/http/a.ts': 'export const a = (b: B) => b.select().groupBy(b.app);' },
      'src/hub/http/a.ts',
    ],
    [
      'people are counted in hub/aggregates alone',
      'as contributors',
      {
        'src/hub/focus/a.ts': `import { countPeople } from '../aggregates/people.ts'; export const a = countPeople;`,
        'src/hub/aggregates/people.ts': 'export const countPeople = 1;',
      },
      'src/hub/focus/a.ts',
    ],
    [
      'numbers about people pass the gateway',
      'a part of it',
      {
        'src/hub/answers/a.ts': `import { b } from '../aggregates/gateway/b.ts'; b();`,
        'src/hub/aggregates/gateway/b.ts': 'export const b = () => {};',
      },
      'src/hub/answers/a.ts',
    ],
    [
      'numbers about people pass the gateway',
      'rules of their own',
      {
        'src/hub/aggregates/gateway/a.ts': `import { publishUnderRules } from './publish-under-rules.ts'; publishUnderRules();`,
        'src/hub/aggregates/gateway/publish-under-rules.ts': 'export const publishUnderRules = () => {};',
      },
      'src/hub/aggregates/gateway/a.ts',
    ],
    ['what is temporary has an end date', 'yesterday', { 'src/hub/a.ts': '// TODO [2026-11-21] take out' }, 'src/hub/a.ts'],
    ['what is temporary has an end date', 'no day', { 'test/hub/a.test.ts': '/* TODO later */' }, 'test/hub/a.test.ts'],
  ])('%s: %s', (name, _, files, blamed) => {
    const found = rules[name](codebaseOf(files));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${blamed}: .`));
  });

  test('every rule accepts a sound codebase', () => {
    const codebase = codebaseOf({
      ...zodNoun,
      'src/model/route/url-scope-schema.ts':
        'export const matchesUrlScope = () => { let depth = 0; depth += 1; return depth; };\n'.repeat(200),
      'src/player/a.ts': `import type { Noun } from '../model/noun.ts'; import { matchesUrlScope } from '../model/route/url-scope-schema.ts'; export const a: Noun = String(matchesUrlScope());`,
      'src/desk/a.tsx': `import type { B } from '../hub/b.ts'; import './a.css'; export const A = (b: B) => <p>{b}</p>;`,
      'src/hub/b.ts': `import { join } from 'node:path'; import { z } from 'zod'; // TODO [2026-11-22] drop this\nexport type B = string; export const b = [z, join];`,
      'entrypoints/page/index.ts': `import { define } from 'wxt/utils/define'; import { matchesUrlScope } from '../../src/model/route/url-scope-schema.ts'; export default define(matchesUrlScope);`,
      'src/overlay/b.tsx': `import { on } from '../runtime/on.ts'; export const B = (b: Window, life: AbortSignal) => { on(b, 'click', () => {}, life); return <p onClick={() => {}} />; };`,
      'src/runtime/on.ts': `export const on = (b: Window, ...rest: unknown[]) => b.addEventListener('click', rest[0] as never);`,
      'src/hub/focus/c.ts': `import { b } from '../store/b.ts'; export const isKept = b; export const youSaid = 'reported';`,
      'src/hub/store/b.ts': 'export const b = 1;',
      'src/page/d.ts': `import { b } from '../friction/page/b.ts'; export const d = b;`,
      'src/friction/page/b.ts': 'export const b = 1;',
    });
    for (const rule of Object.values(rules)) expect(rule(codebase)).toEqual([]);
  });
});

test('each retired word is listed once', () => {
  const words = RETIRED_WORDS.map((retired) => retired.words);
  expect(words.filter((one, at) => words.indexOf(one) !== at)).toEqual([]);
});

test('the table grants no cycle of modules', () => {
  const order: string[] = [];
  const visit = (key: string, path: readonly string[]): void => {
    expect(path, `${[...path, key].join(' → ')}`).not.toContain(key);
    if (order.includes(key)) return;
    for (const used of moduleTable[key]!.uses) if (used !== key) visit(used, [...path, key]);
    order.push(key);
  };
  for (const key of Object.keys(moduleTable)) visit(key, []);
  expect(order.length).toBe(Object.keys(moduleTable).length);
});
