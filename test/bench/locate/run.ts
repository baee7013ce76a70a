import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { LocatorWeights } from '../../../src/locator/match/score.ts';
import { launchChromium } from '../../run/launch-chromium.ts';
import { bundle } from './bundle.ts';
import { conditions, type LocateTask, type PageView, type Twins, tasksOf } from './conditions.ts';
import { familyOf } from './learn/learning.ts';
import { openPage } from './open-page.ts';
import { type Pair, pairsIn } from './pairs.ts';
import { find, type Generated, generate } from './playwright-peer.ts';
import { print } from './print.ts';
import { LocateTally } from './rows.ts';
import { serve } from './serve.ts';
import { speedTable, timedMethods } from './speed.ts';

export interface LocateBenchOptions {
  data: string | undefined;
  json: string | undefined;
  only: string | undefined;
  methods: string | undefined;
}

const allMethods = ['cairn', 'cairn-left-out', 'finder', 'css-selector-generator', 'robula+', 'playwright', 'similo'];

/** Anchors by where they were made, then by method; `undefined` for a target that is not on that page. */
type Anchors = Record<'old' | 'new', Map<string, Map<number, unknown>>>;

/** Weights learnt without a family of apps, by its name; apps that were not learnt from have none. */
const leftOut = JSON.parse(readFileSync(join(import.meta.dirname, 'learn/left-out.json'), 'utf8')) as Record<
  string,
  LocatorWeights | undefined
>;

async function openWith(open: Open, weights: LocatorWeights | undefined, pair: Pair, file: string): Promise<Page> {
  const page = await open(pair, file);
  await page.evaluate((weights) => bench.setLeftOut(weights), weights);
  return page;
}

/** Measure how well controls are found again, over page pairs in a folder, and how fast on a large page; without a folder the speed alone. */
export async function benchLocate({ data, json, only, methods }: LocateBenchOptions): Promise<void> {
  if (!data) {
    console.log(await speedTable(methods?.split(',') ?? timedMethods));
    console.error('For accuracy, name the folder that holds the page pairs: npm run bench -- locate --data FOLDER');
    return;
  }
  const pairs = pairsIn(data).filter((pair) => !only || pair.app.includes(only));
  const tally = new LocateTally();
  await withPages(data, async (open) => {
    for (const pair of pairs) {
      const weights = leftOut[familyOf(pair.app)];
      const chosen = (methods?.split(',') ?? allMethods).filter((method) => method !== 'cairn-left-out' || weights);
      await benchPair(pair, chosen, (asked, file) => openWith(open, weights, asked, file), tally);
      console.error(`${pair.app}/${pair.page}: ${pair.targets.length} controls`);
    }
  });
  console.log(print(tally));
  if (json) writeFileSync(json, `${JSON.stringify({ rows: tally.rows() }, null, 1)}\n`);
  console.log(await speedTable(methods?.split(',').filter((method) => timedMethods.includes(method)) ?? timedMethods));
}

export type Open = (pair: Pair, file: string) => Promise<Page>;

/** A browser, and pages of the folder in it that know the in-page half. */
export async function withPages(data: string, use: (open: Open) => Promise<void>): Promise<void> {
  const script = await bundle(join(import.meta.dirname, 'in-page/bench.ts'), 'bench');
  const browser = await launchChromium();
  const root = pairsIn(data)[0]!.folder.split('/').slice(0, -2).join('/');
  const server = await serve(root);
  const page = await openPage(browser);
  try {
    await use(async (pair, file) => {
      await page.goto(`${server.at}/${encodeURIComponent(pair.app)}/${encodeURIComponent(pair.page)}/${file}.html`);
      await page.evaluate(script);
      return page;
    });
  } finally {
    await browser.close();
    server.close();
  }
}

async function benchPair(pair: Pair, methods: string[], open: Open, tally: LocateTally): Promise<void> {
  const anchors: Anchors = { old: new Map(), new: new Map() };
  const present = pair.targets.filter((target) => target.new !== null);
  await describeOn(
    await open(pair, 'old'),
    pair.targets.map(({ id, old }) => [id, old]),
    methods,
    anchors.old,
  );
  const identities = await (await open(pair, 'old')).evaluate(
    (paths) => bench.identifyAll(paths),
    pair.targets.map(({ old }) => old),
  );
  await describeOn(
    await open(pair, 'new'),
    present.map((target) => [target.id, target.new!]),
    methods,
    anchors.new,
  );
  const twins = await twinsOf(pair, identities, open);
  const views: PageView[] = (pair.german ? (['new', 'new-de'] as const) : (['new'] as const)).flatMap((file) =>
    [false, true].map((scrambled) => ({ file, scrambled })),
  );
  for (const view of views) {
    const page = await open(pair, view.file);
    if (view.scrambled) await page.evaluate(() => bench.scramble());
    await seekOn(
      page,
      tasksOf(pair, view, twins),
      methods,
      anchors,
      (method, condition, outcomes) => tally.add(method, pair.app, condition, outcomes),
      (method, ms) => tally.addModels(method, pair.app, ms),
    );
  }
}

async function describeOn(
  page: Page,
  controls: [id: number, path: string][],
  methods: string[],
  into: Map<string, Map<number, unknown>>,
): Promise<void> {
  const paths = controls.map(([, path]) => path);
  for (const method of methods) {
    const made =
      method === 'playwright'
        ? await generate(page, paths)
        : (await page.evaluate(([method, paths]) => bench.describeAll(method, paths), [method, paths] as const)).anchors;
    into.set(method, new Map(controls.map(([id], i) => [id, made[i]])));
  }
}

/** Targets that have a twin where they are looked for, by the name they had on the old page or have on the page itself. */
export async function twinsOf(pair: Pair, old: Awaited<ReturnType<typeof bench.identifyAll>>, open: Open): Promise<Twins> {
  const keysOn = async (file: 'new' | 'new-de', paths: (string | null)[]): Promise<Set<number>> => {
    const found = await (await open(pair, file)).evaluate(
      ([identities, paths]) => {
        const now = bench.identifyAll(paths);
        const one = bench.twins(now, paths);
        const other = bench.twins(identities, paths);
        return paths.map((_, i) => one[i] || other[i]);
      },
      [old, paths] as const,
    );
    return new Set(pair.targets.filter((_, i) => found[i]).map(({ id }) => id));
  };
  return {
    new: await keysOn(
      'new',
      pair.targets.map((target) => target.new),
    ),
    de: pair.german
      ? await keysOn(
          'new-de',
          pair.targets.map((target) => target.de ?? null),
        )
      : new Set(),
  };
}

type OutcomeListener = (method: string, condition: LocateTask['condition'], outcomes: Awaited<ReturnType<typeof find>>) => void;

async function seekOn(
  page: Page,
  tasks: LocateTask[],
  methods: string[],
  anchors: Anchors,
  onOutcomes: OutcomeListener,
  onModelTimes: (method: string, ms: number[]) => void,
): Promise<void> {
  for (const method of methods) {
    const jobs = tasks.map(({ target, madeOn, truth, removed }) => ({
      anchor: anchors[madeOn].get(method)?.get(target.id) ?? null,
      truth,
      removed,
    }));
    const outcomes =
      method === 'playwright'
        ? await find(page, jobs as (Omit<(typeof jobs)[number], 'anchor'> & { anchor: Generated | null })[])
        : await seekInPage(page, method, jobs, onModelTimes);
    for (const condition of conditions) {
      const its = outcomes.filter((_, i) => tasks[i]!.condition === condition);
      if (its.length) onOutcomes(method, condition, its);
    }
  }
}

async function seekInPage(
  page: Page,
  method: string,
  jobs: { anchor: unknown; truth: string | null; removed: boolean }[],
  onModelTimes: (method: string, ms: number[]) => void,
) {
  const { outcomes, msModel } = await page.evaluate(([method, jobs]) => bench.findAll(method, jobs), [method, jobs] as const);
  onModelTimes(method, msModel);
  return outcomes;
}
