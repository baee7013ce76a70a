import { posix } from 'node:path';
import { findCycles, graphOf, shortestPath, targetOf } from './graph.ts';
import type { SourceFile, SourceImport } from './read-source.ts';

export interface ModuleRow {
  /** Folders of src that this one may import. */
  uses: readonly string[];
  /** Folders of which it may take types alone. */
  types?: readonly string[];
  /** Runs in the page: nothing that it loads may load zod. */
  page?: true;
  /** Runs in Node: it may import `node:` modules. */
  node?: true;
}
export type ModuleTable = Record<string, ModuleRow>;

export interface Codebase {
  sources: readonly SourceFile[];
  table: ModuleTable;
  /** What package.json declares. */
  packages: readonly string[];
  /** Is there such a file? */
  exists: (path: string) => boolean;
  /** As in 2026-11-22. */
  today: string;
}

/** A rule answers its violations, each a sentence that begins with the file. */
export type ArchitectureRule = (house: Codebase) => string[];

const MAX_FILE_LINES = 200;
const folderOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1];
const isTest = (path: string) => path.startsWith('test/');
const isConfig = (path: string) => /(^|\/)[a-z]+\.config\.ts$/.test(path);
const isProduct = (path: string) => /^(src|entrypoints)\//.test(path) && !isConfig(path);
const runsInPage = (path: string, table: ModuleTable) =>
  /^entrypoints\/(page|overlay)\b/.test(path) || table[folderOf(path) ?? '']?.page === true;
const packageOf = (from: string) => /^(@[^/]+\/)?[^/]+/.exec(from)![0];

const eachImport = (
  { sources }: Codebase,
  check: (source: SourceFile, one: SourceImport) => string | false | undefined,
): string[] =>
  sources.flatMap((source) => source.imports.map((one) => check(source, one))).filter((said) => typeof said === 'string');

const eachSource = ({ sources }: Codebase, check: (source: SourceFile) => string | false | undefined): string[] =>
  sources.map(check).filter((said) => typeof said === 'string');

export const rules = {
  'every folder is in the table': (house) =>
    eachSource(house, ({ path }) => {
      const folder = folderOf(path);
      return folder !== undefined && !house.table[folder] && `${path}: src/${folder} is not in the table`;
    }),

  'a folder uses only what the table grants': (house) =>
    eachImport(house, (source, one) => {
      const [from, target] = [folderOf(source.path), targetOf(source, one)];
      const row = from && house.table[from];
      if (!row || !target) return;
      const to = folderOf(target);
      if (!to)
        return target.startsWith('src/') || !/\.m?[jt]sx?$/.test(target) ? undefined : `${source.path}: leaves src for ${target}`;
      if (to === from || row.uses.includes(to) || (one.typeOnly && row.types?.includes(to))) return;
      return `${source.path}: may not use src/${to}${row.types?.includes(to) ? ', but for its types' : ''} (${one.from})`;
    }),

  'entrypoints compose the extension alone': (house) =>
    eachImport(house, (source, one) => {
      const target = source.path.startsWith('entrypoints/') && targetOf(source, one);
      return target && /^src\/(hub|desk|cli)\//.test(target) && `${source.path}: may not use ${target}`;
    }),

  'no cycles': ({ sources }) =>
    findCycles(graphOf(sources)).map((ring) => `${ring[0]}: imports itself through ${ring.slice(1).join(' → ')}`),

  'page code loads no zod': ({ sources, table }) => {
    const bySource = new Map(sources.map((source) => [source.path, source]));
    const loadsZod = (path: string) =>
      bySource.get(path)!.imports.some(({ from, typeOnly }) => !typeOnly && packageOf(from) === 'zod');
    const graph = graphOf(sources, { valuesOnly: true });
    return sources
      .filter(({ path }) => runsInPage(path, table))
      .map(({ path }) => shortestPath(graph, path, loadsZod))
      .filter((way) => way !== undefined)
      .map((way) => `${way[0]}: loads zod by ${[...way.slice(1), 'zod'].join(' → ')}`);
  },

  'page code registers callbacks by its lifetime': ({ sources, table }) =>
    sources
      .filter(({ path }) => runsInPage(path, table) && !path.startsWith('src/desk/'))
      .filter(({ unguardedCalls }) => unguardedCalls.length > 0)
      .map(({ path, unguardedCalls }) => `${path}: uses ${unguardedCalls.join(', ')} and not src/runtime/lifetime.ts`),

  'wxt is for entrypoints and configs': (house) =>
    eachImport(
      house,
      ({ path }, { from }) =>
        packageOf(from) === 'wxt' && !path.startsWith('entrypoints/') && !isConfig(path) && `${path}: imports ${from}`,
    ),

  'node modules are for what runs in Node': (house) =>
    eachImport(house, ({ path }, { from }) => {
      const inNode = house.table[folderOf(path) ?? '']?.node === true;
      return from.startsWith('node:') && isProduct(path) && !inNode && `${path}: imports ${from}, and does not run in Node`;
    }),

  'no path aliases': (house) =>
    eachImport(house, ({ path }, { from, typeOnly }) => {
      const named = [packageOf(from), ...(typeOnly ? [`@types/${packageOf(from)}`] : [])];
      const known = /^(\.\.?\/|node:)/.test(from) || named.some((name) => house.packages.includes(name));
      return !known && `${path}: ${from} is neither a relative path nor a package of package.json`;
    }),

  'imports name the file': (house) =>
    eachImport(house, (source, one) => {
      const target = targetOf(source, one);
      if (!target) return;
      if (!posix.extname(target)) return `${source.path}: ${one.from} does not name its file with .ts`;
      return !house.exists(target) && `${source.path}: ${one.from} is not there`;
    }),

  'no barrels': (house) =>
    eachSource(
      house,
      (source) =>
        !isTest(source.path) && (source.isBarrel || source.exportsAll) && `${source.path}: passes on what other files export`,
    ),

  'named exports only': (house) =>
    eachSource(
      house,
      ({ path, exportsDefault }) =>
        path.startsWith('src/') && !isConfig(path) && exportsDefault && `${path}: has a default export`,
    ),

  'names from the field': (house) =>
    eachSource(house, ({ path }) => {
      const vague = path.split('/').find((name) => /(^|-)(utils?|helpers?|common|misc|manager|service)(-|\.|$)/i.test(name));
      return vague !== undefined && `${path}: "${vague}" says nothing of what it is for`;
    }),

  'files are kebab-case': (house) =>
    eachSource(house, ({ path }) => {
      const name = posix.basename(path);
      return (
        !/^[a-z0-9]+(-[a-z0-9]+)*(\.(property|browser|journey|app))?(\.(test|config|d|content))?\.m?[jt]sx?$/.test(name) &&
        `${path}: "${name}" is not kebab-case`
      );
    }),

  'files stay small': (house) =>
    eachSource(
      house,
      ({ path, lines }) => !isTest(path) && lines > MAX_FILE_LINES && `${path}: has ${lines} lines, more than ${MAX_FILE_LINES}`,
    ),

  'no state in a module': (house) =>
    eachSource(
      house,
      ({ path, moduleVariables }) =>
        !isTest(path) && moduleVariables.length > 0 && `${path}: has a variable of its own: ${moduleVariables.join(', ')}`,
    ),

  'what is temporary has its day': (house) =>
    eachSource(house, ({ path, comments }) => {
      const marks = comments.flatMap((comment) => [...comment.matchAll(/\b(?:TODO|FIXME|XXX)\b(?: \[(\d{4}-\d\d-\d\d)\])?/g)]);
      const wrong = marks.find(([, day]) => day === undefined || day < house.today);
      return wrong && `${path}: "${wrong[0]}" ${wrong[1] ? 'has passed' : 'has no day, as in TODO [2026-12-31]'}`;
    }),
} satisfies Record<string, ArchitectureRule>;
