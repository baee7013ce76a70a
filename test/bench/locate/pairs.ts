import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One control in both versions; the paths are child indices from the document, `s` enters a shadow root and `f` a frame. */
export interface PairTarget {
  /** Unlike the key, one of a kind within a page. */
  id: number;
  key: string;
  old: string;
  new: string | null;
  de?: string;
}

/** One page of one app, before and after. */
export interface Pair {
  app: string;
  page: string;
  folder: string;
  targets: PairTarget[];
  german: boolean;
}

/** Read the page pairs in a folder, `pairs/APP/PAGE/gt.json` or `APP/PAGE/gt.json`. */
export function pairsIn(data: string): Pair[] {
  const root = existsSync(join(data, 'pairs')) ? join(data, 'pairs') : data;
  if (!existsSync(root)) throw new Error(`There is no folder ${root}. Name the one that holds the page pairs: --data FOLDER`);
  const pairs = foldersIn(root).flatMap((app) =>
    foldersIn(join(root, app))
      .filter((page) => existsSync(join(root, app, page, 'gt.json')))
      .map((page) => pairIn(join(root, app, page), app, page)),
  );
  if (!pairs.length) throw new Error(`No page pairs in ${root}: expected APP/PAGE/gt.json with old.html and new.html beside it.`);
  return pairs;
}

const foldersIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isDirectory())
    .sort();

function pairIn(folder: string, app: string, page: string): Pair {
  const truth = JSON.parse(readFileSync(join(folder, 'gt.json'), 'utf8')) as { targets: Omit<PairTarget, 'id'>[] };
  return {
    app,
    page,
    folder,
    targets: truth.targets.map((target, id) => ({ ...target, id })),
    german: existsSync(join(folder, 'new-de.html')),
  };
}
