import { posix } from 'node:path';
import { type ArchitectureRule, eachImport, eachSource, isConfig, isProduct, packageOf } from './codebase.ts';
import { findCycles, folderGraph, graphOf, shortestPath, targetOf } from './graph.ts';
import { isGranted, type ModuleTable, moduleOf } from './module-table.ts';
import type { SourceFile } from './read-source.ts';

const SCRIPT = /\.m?[jt]sx?$/;
const GATEWAY = 'src/hub/aggregates/gateway/';
/** The one file through which the product publishes, under all rules of protection. */
const GATEWAY_ENTRY = `${GATEWAY}publish-week.ts`;
const BROWSER_DRIVERS = ['playwright-core', 'puppeteer-core'];

const rowOf = (path: string, table: ModuleTable) => table[moduleOf(path, table)?.key ?? ''];
const runsInPage = (path: string, table: ModuleTable) =>
  /^entrypoints\/(page|overlay)\b/.test(path) || rowOf(path, table)?.page === true;

export const importRules = {
  'every module is in the table': (codebase) =>
    eachSource(codebase, ({ path }) => {
      const module = moduleOf(path, codebase.table);
      return module && module.key === undefined && `${path}: src/${module.name} is not in the table`;
    }),

  'a module imports only what the table grants': (codebase) =>
    eachImport(codebase, (source, one) => {
      const [from, target] = [moduleOf(source.path, codebase.table), targetOf(source, one)];
      const row = codebase.table[from?.key ?? ''];
      if (!from || !row || !target || !SCRIPT.test(target)) return;
      const to = moduleOf(target, codebase.table);
      if (!to) return target.startsWith('src/') ? undefined : `${source.path}: leaves src for ${target}`;
      if (to.name === from.name || isGranted(row.uses, to) || (one.typeOnly && isGranted(row.types, to))) return;
      return `${source.path}: may not use src/${to.name}${isGranted(row.types, to) ? ', but for its types' : ''} (${one.from})`;
    }),

  'entrypoints compose the extension alone': (codebase) =>
    eachImport(codebase, (source, one) => {
      const target = source.path.startsWith('entrypoints/') && targetOf(source, one);
      return target && /^src\/(hub|desk|cli)\//.test(target) && `${source.path}: may not use ${target}`;
    }),

  'numbers about people pass the gateway': (codebase) =>
    eachImport(codebase, (source, one) => {
      const target = targetOf(source, one);
      if (!isProduct(source.path) || one.typeOnly || !target?.startsWith(GATEWAY)) return undefined;
      const isInside = source.path.startsWith(GATEWAY) && target !== `${GATEWAY}publish-under-rules.ts`;
      const isAllowed = isInside || target === GATEWAY_ENTRY || source.path === GATEWAY_ENTRY;
      return !isAllowed && `${source.path}: goes round ${GATEWAY_ENTRY} by ${target}`;
    }),

  'no cycles of files': ({ sources }) =>
    findCycles(graphOf(sources)).map((ring) => `${ring[0]}: imports itself through ${ring.slice(1).join(' → ')}`),

  'no cycles of folders': ({ sources }) =>
    findCycles(folderGraph(sources)).map((ring) => `src/${ring[0]}: imports itself through ${ring.slice(1).join(' → ')}`),

  'page code loads no zod': ({ sources, table }) =>
    loaders(sources, (path) => runsInPage(path, table), ['zod']).map((way) => `${way[0]}: loads ${way.slice(1).join(' → ')}`),

  'page code registers callbacks by its lifetime': ({ sources, table }) =>
    sources
      .filter(({ path }) => runsInPage(path, table) && !path.startsWith('src/desk/'))
      .filter(({ unguardedCalls }) => unguardedCalls.length > 0)
      .map(({ path, unguardedCalls }) => `${path}: uses ${unguardedCalls.join(', ')} and not src/runtime/lifetime.ts`),

  'unit tests load no browser': ({ sources }) => {
    const isUnitTest = (path: string) => /\.test\.tsx?$/.test(path) && !/\.(browser|journey|app)\.test\.ts$/.test(path);
    const named = 'name it *.browser.test.ts';
    return loaders(sources, isUnitTest, BROWSER_DRIVERS).map((way) => `${way[0]}: loads ${way.slice(1).join(' → ')}; ${named}`);
  },

  'wxt is for entrypoints and configs': (codebase) =>
    eachImport(
      codebase,
      ({ path }, { from }) =>
        packageOf(from) === 'wxt' && !path.startsWith('entrypoints/') && !isConfig(path) && `${path}: imports ${from}`,
    ),

  'node modules are for what runs in Node': (codebase) =>
    eachImport(codebase, ({ path }, { from }) => {
      const inNode = rowOf(path, codebase.table)?.node === true;
      return from.startsWith('node:') && isProduct(path) && !inNode && `${path}: imports ${from}, and does not run in Node`;
    }),

  'no path aliases': (codebase) =>
    eachImport(codebase, ({ path }, { from, typeOnly }) => {
      const named = [packageOf(from), ...(typeOnly ? [`@types/${packageOf(from)}`] : [])];
      const isKnown = /^(\.\.?\/|node:)/.test(from) || named.some((name) => codebase.packages.includes(name));
      return !isKnown && `${path}: ${from} is neither a relative path nor a package of package.json`;
    }),

  'imports name the file': (codebase) =>
    eachImport(codebase, (source, one) => {
      const target = targetOf(source, one);
      if (!target) return;
      if (!posix.extname(target)) return `${source.path}: ${one.from} does not name its file with .ts`;
      return !codebase.exists(target) && `${source.path}: ${one.from} is not there`;
    }),
} satisfies Record<string, ArchitectureRule>;

/** For each source that fits and loads one of the packages: the way to it, the source first and the package last. */
function loaders(sources: readonly SourceFile[], fits: (path: string) => boolean, packages: readonly string[]): string[][] {
  const bySource = new Map(sources.map((source) => [source.path, source]));
  const loaded = (path: string) =>
    bySource.get(path)!.imports.find(({ from, typeOnly }) => !typeOnly && packages.includes(packageOf(from)));
  const graph = graphOf(sources, { valuesOnly: true });
  return sources
    .filter(({ path }) => fits(path))
    .map(({ path }) => shortestPath(graph, path, (one) => loaded(one) !== undefined))
    .filter((way) => way !== undefined)
    .map((way) => [...way, packageOf(loaded(way.at(-1)!)!.from)]);
}
