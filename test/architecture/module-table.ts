export interface ModuleRow {
  /** Modules that this one may import: rows of the table. */
  uses: readonly string[];
  /** Modules of which it may import types alone. */
  types?: readonly string[];
  /** Runs in a page: nothing that it loads may load zod. */
  page?: true;
  /** Runs in Node: it may import `node:` modules. */
  node?: true;
}

/** Rows by folder of src; `*` stands for one folder name, and each such folder is a module of its own. */
export type ModuleTable = Record<string, ModuleRow>;

const ANYWHERE = ['model', 'runtime'];
const IN_PAGE = ['model', 'runtime', 'dom'];

/**
 * Who may import whom. Nothing else keeps the modules apart, so a new dependency is a decision: it is added here, or it is not made.
 * The row for colleagues waits for its module.
 */
export const moduleTable: ModuleTable = {
  model: { uses: [] },
  runtime: { uses: [], types: ['model'] },
  dom: { uses: ['runtime'], types: ['model'], page: true },
  presses: { uses: ['runtime'], page: true },
  lexicon: { uses: [], types: ['model'], page: true },
  disclosure: { uses: [...ANYWHERE, 'lexicon'] },
  messaging: { uses: ANYWHERE, types: ['ledger', 'targeting'] },
  policy: { uses: ANYWHERE },
  packs: { uses: ANYWHERE },
  targeting: { uses: ['model'], types: ['runtime'], page: true },
  colleagues: { uses: ['model'] },
  themes: { uses: ['themes/text', 'themes/grouping', 'themes/naming'] },
  'themes/text': { uses: [], types: ['themes'] },
  'themes/grouping': { uses: ['themes/text'], types: ['themes'] },
  'themes/list': { uses: [], types: ['themes'] },
  'themes/worker': { uses: ['themes'], node: true },
  'themes/naming': { uses: ['themes/text'], types: ['themes', 'themes/grouping'] },
  locator: { uses: [...IN_PAGE, 'lexicon'], page: true },
  overlay: { uses: [...IN_PAGE, 'locator', 'presses'], page: true },
  player: { uses: [...IN_PAGE, 'targeting'], page: true },
  friction: { uses: ['model'], page: true },
  'friction/page': { uses: [...IN_PAGE, 'lexicon', 'friction'], page: true },
  'friction/journey': { uses: [...ANYWHERE, 'friction'] },
  ledger: { uses: ANYWHERE },
  upload: { uses: [...ANYWHERE, 'policy', 'ledger'] },
  studio: { uses: [...IN_PAGE, 'lexicon', 'locator', 'overlay'], page: true },
  'studio/edit': { uses: ANYWHERE },
  'studio/draft': { uses: [...ANYWHERE, 'lexicon', 'locator'] },
  'studio/recorder': { uses: [...IN_PAGE, 'locator', 'studio/picture'], page: true },
  'studio/drawing': { uses: ['model'], page: true },
  'studio/picture': { uses: [...IN_PAGE, 'locator'], page: true },
  exchange: { uses: [...ANYWHERE, 'packs', 'studio/draft', 'studio/drawing'] },
  background: {
    uses: [
      ...ANYWHERE,
      ...['messaging', 'policy', 'packs', 'targeting', 'colleagues', 'player', 'lexicon', 'disclosure'],
      ...['friction', 'friction/journey', 'ledger', 'upload', 'studio/draft', 'studio/edit', 'exchange'],
    ],
  },
  page: {
    uses: [
      ...IN_PAGE,
      'messaging',
      'targeting',
      'locator',
      'overlay',
      'player',
      'friction',
      'friction/page',
      'studio',
      'studio/recorder',
    ],
    page: true,
  },
  panel: {
    uses: [
      ...ANYWHERE,
      'messaging',
      'targeting',
      'presses',
      'packs',
      'overlay',
      'studio/edit',
      'studio/draft',
      'studio/drawing',
      'exchange',
    ],
    types: ['ledger'],
  },
  hub: { uses: [...ANYWHERE, 'hub/*'], node: true },
  'hub/log': { uses: [], node: true },
  'hub/telemetry': { uses: ['hub/log'], node: true },
  'hub/store': { uses: [...ANYWHERE, 'hub/log', 'hub/telemetry'], node: true },
  'hub/http': { uses: [...ANYWHERE, 'hub/log', 'hub/store', 'hub/telemetry'], node: true },
  'hub/auth': { uses: [...ANYWHERE, 'hub/log', 'hub/store', 'hub/http'], node: true },
  'hub/aggregates': { uses: [...ANYWHERE, 'colleagues', 'hub/store'], node: true },
  'hub/packs': {
    uses: [...ANYWHERE, 'packs', 'targeting', 'hub/log', 'hub/telemetry', 'hub/store', 'hub/http', 'hub/auth', 'hub/aggregates'],
    node: true,
  },
  'hub/*': {
    uses: [...ANYWHERE, 'targeting', 'hub/log', 'hub/telemetry', 'hub/store', 'hub/http', 'hub/auth', 'hub/aggregates'],
    node: true,
  },
  desk: { uses: ['model', 'desk/kit', 'desk/shell', 'desk/features/*'], types: ['hub'], page: true },
  'desk/kit': { uses: ['model'], types: ['hub'], page: true },
  'desk/shell': { uses: ['model', 'desk/kit'], types: ['hub'], page: true },
  'desk/features/*': { uses: ['model', 'colleagues', 'desk/kit', 'desk/shell', 'studio/drawing'], types: ['hub'], page: true },
  probe: { uses: [...IN_PAGE, 'locator', 'player'], page: true },
  cli: {
    uses: ['model', 'runtime', 'packs', 'policy', 'targeting', 'locator', 'player', 'exchange'],
    types: ['probe'],
    node: true,
  },
};

export interface Module {
  /** Its folder below src. */
  name: string;
  /** The key of its row; undefined when no row is for it. */
  key: string | undefined;
}

/**
 * The module that a file of src belongs to. Where a folder's own folders have rows, its row is for the files directly in it, and a folder
 * without a row is a module without one.
 */
export function moduleOf(path: string, table: ModuleTable): Module | undefined {
  const folders = /^src\/(.+)\/[^/]+$/.exec(path)?.[1]?.split('/');
  if (!folders) return undefined;
  for (let depth = folders.length; depth > 0; depth -= 1) {
    const name = folders.slice(0, depth).join('/');
    const key = keyFor(name, table);
    if (!key) continue;
    const isSplit = depth < folders.length && Object.keys(table).some((other) => other.startsWith(`${key}/`));
    return isSplit ? { name: folders.slice(0, depth + 1).join('/'), key: undefined } : { name, key };
  }
  return { name: folders[0]!, key: undefined };
}

function keyFor(name: string, table: ModuleTable): string | undefined {
  if (Object.hasOwn(table, name)) return name;
  const wildcard = name.replace(/[^/]+$/, '*');
  return Object.hasOwn(table, wildcard) ? wildcard : undefined;
}

/** May `from` import this module's values, or its types? A row that grants `hub/*` grants every folder of hub. */
export function isGranted(granted: readonly string[] = [], { name, key }: Module): boolean {
  return granted.includes(name) || (key !== undefined && granted.includes(key)) || granted.includes(name.replace(/[^/]+$/, '*'));
}
