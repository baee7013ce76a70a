import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '../../run/launch-chromium.ts';
import { bundle } from './bundle.ts';
import type { FlatModel, FlatPage } from './in-page/examples.ts';
import { openPage } from './open-page.ts';
import { type Pair, type PairTarget, pairsIn } from './pairs.ts';
import { serve } from './serve.ts';

export type Version = 'old' | 'new' | 'de';
const files: Record<Version, string> = { old: 'old', new: 'new', de: 'new-de' };
export const pathOn = (target: PairTarget, version: Version): string | null =>
  version === 'de' ? (target.de ?? null) : target[version];

/** One page of one app as the locator sees it, in every version. */
export interface ReadPair {
  app: string;
  page: string;
  targets: PairTarget[];
  versions: Partial<Record<Version, ReadVersion>>;
}

export interface ReadVersion {
  plain: FlatPage;
  scrambled: FlatPage;
  /** For a target's id, the page without it; by the versions whose anchors it is for there may be twins. */
  without: Record<number, FlatModel>;
  /** Targets by the name they have in each version that have a twin here. */
  twins: Partial<Record<Version, boolean[]>>;
}

/** Read every page of a folder in a browser. */
export async function readPairs(data: string, onPair: (pair: Pair) => void): Promise<ReadPair[]> {
  const script = await bundle(join(import.meta.dirname, 'in-page/examples.ts'), 'examples');
  const pairs = pairsIn(data);
  const server = await serve(pairs[0]!.folder.split('/').slice(0, -2).join('/'));
  const browser = await launchChromium();
  const page = await openPage(browser);
  const all: ReadPair[] = [];
  try {
    for (const pair of pairs) {
      all.push(
        await readPair(page, pair, async (version) => {
          await page.goto(`${server.at}/${encodeURIComponent(pair.app)}/${encodeURIComponent(pair.page)}/${files[version]}.html`);
          await page.evaluate(script);
        }),
      );
      onPair(pair);
    }
  } finally {
    await browser.close();
    server.close();
  }
  return all;
}

async function readPair(page: Page, pair: Pair, open: (version: Version) => Promise<void>): Promise<ReadPair> {
  const all: Version[] = pair.german ? ['old', 'new', 'de'] : ['old', 'new'];
  const paths = (version: Version) => pair.targets.map((target) => pathOn(target, version));
  const identities = {} as Record<Version, Awaited<ReturnType<typeof examples.identifyAll>>>;
  for (const version of all) {
    await open(version);
    identities[version] = await page.evaluate((paths) => examples.identifyAll(paths), paths(version));
  }
  const versions: ReadPair['versions'] = {};
  for (const version of all) {
    await open(version);
    const plain = await page.evaluate((paths) => examples.readPage(paths), paths(version));
    const twins: ReadVersion['twins'] = {};
    for (const from of all)
      twins[from] = await page.evaluate(([heard, paths]) => examples.twins(heard, paths), [
        identities[from],
        paths(version),
      ] as const);
    const removable = pair.targets.filter((target) => pathOn(target, version) !== null && !twins[version]![target.id]);
    const models = await page.evaluate(
      (jobs) => examples.readWithout(jobs),
      removable.map((target) => ({ path: pathOn(target, version)!, wide: false })),
    );
    const without = Object.fromEntries(removable.map((target, i) => [target.id, models[i]!]));
    await page.evaluate(() => examples.scramble());
    const scrambled = await page.evaluate((paths) => examples.readPage(paths), paths(version));
    versions[version] = { plain, scrambled, without, twins };
  }
  return { app: pair.app, page: pair.page, targets: pair.targets, versions };
}
