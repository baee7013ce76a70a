import { writeFileSync } from 'node:fs';
import { chromiumForCorpus } from '../../friction/corpus/chromium-for-corpus.ts';
import { nameOf } from '../../friction/corpus/corpus.ts';
import { type CorpusBrowser, TooSlow } from '../../friction/corpus/corpus-browser.ts';
import { firefoxForCorpus } from '../../friction/corpus/firefox-for-corpus.ts';
import { isMachineBusy } from '../../friction/corpus/is-machine-busy.ts';
import { bundle } from '../../friction/corpus/open.ts';
import { type Bed, inParallel, type Ran, runCase, runGesture } from '../../friction/corpus/run-case.ts';
import { serveCorpus } from '../../friction/corpus/serve.ts';
import { launchChromium } from '../../run/launch-chromium.ts';
import { NTH_IN_FIREFOX, nameOfGesture, type Subset, subsetOf } from './corpus-subset.ts';
import { countProgress } from './count-progress.ts';
import { judgeCorpus, type RunSubset, reportOf } from './judge-corpus.ts';
import { peerScripts, peerTags } from './peers.ts';

/** Presses in haste need more of the machine. */
const HASTY = 3;
const FIREFOX_PROCESSES = { idle: 4, busy: 2 };

interface Options {
  json: string | undefined;
  only: string | undefined;
  browser: string | undefined;
  /** One of so many of each family is run. */
  nth: string | undefined;
}

type Results = readonly (Ran | undefined)[];

const browsers: Record<string, { nth: number; canTouch: boolean; launch(): Promise<CorpusBrowser> }> = {
  chromium: { nth: 1, canTouch: true, launch: async () => chromiumForCorpus(await launchChromium()) },
  firefox: {
    nth: NTH_IN_FIREFOX,
    canTouch: false,
    launch: () => firefoxForCorpus(FIREFOX_PROCESSES[isMachineBusy() ? 'busy' : 'idle']),
  },
};

/** Our detector and those of the peers in the same pages, in the same run, on the same clicks. */
export async function benchFriction({ json, only, browser: name = 'chromium', nth }: Options): Promise<void> {
  const wanted = browsers[name];
  if (!wanted) throw new Error(`There is no browser "${name}" here. There are: ${Object.keys(browsers).join(', ')}.`);
  const share = nth === undefined ? wanted.nth : Number(nth);
  if (!Number.isInteger(share) || share < 1) throw new Error(`--nth takes a whole number from 1 on, and not "${nth}".`);
  const subset = subsetOf({ only, canTouch: wanted.canTouch, nth: share });
  const server = await serveCorpus({ 'corpus.js': await bundle('page.ts'), ...peerScripts() }, peerTags);
  const browser = await wanted.launch();
  try {
    const bed: Bed = { browser, at: server.at, watch: await bundle('watch.ts'), inRealTime: true };
    const about = `${browser.title}: ${subset.cases.length} controls and ${subset.gestures.length} gestures; ${subset.rule}`;
    console.log(`${about}\n`);
    const counted = countProgress(subset.cases.length + subset.gestures.length);
    const clicked = await inParallel(subset.cases, browser.maxPages, (one) => counted(run(() => runCase(bed, one), nameOf(one))));
    const pressed = await inParallel(subset.gestures, Math.min(HASTY, browser.maxPages), (one) =>
      counted(run(() => runGesture(bed, one), nameOfGesture(one))),
    );
    const result = judgeCorpus(withoutMissing(subset, clicked, pressed));
    console.log(reportOf(result));
    if (json) writeFileSync(json, JSON.stringify({ browser: browser.title, ...result }, null, 2));
  } finally {
    await browser.close();
    server.close();
  }
}

/** What was run, with its results, and the names of what the machine was too slow for. */
function withoutMissing({ cases, gestures, rule }: Subset, clicked: Results, pressed: Results): RunSubset {
  const isThere = (ran: Ran | undefined): ran is Ran => ran !== undefined;
  return {
    rule,
    cases: cases.filter((_, at) => clicked[at]),
    gestures: gestures.filter((_, at) => pressed[at]),
    clicked: clicked.filter(isThere),
    pressed: pressed.filter(isThere),
    tooSlow: [
      ...cases.filter((_, at) => !clicked[at]).map(nameOf),
      ...gestures.filter((_, at) => !pressed[at]).map(nameOfGesture),
    ],
  };
}

/** Undefined if the machine was too slow for it, however often it was tried. A page that fails is an error of the benchmark. */
async function run(act: () => Promise<Ran>, name: string): Promise<Ran | undefined> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof TooSlow) return undefined;
    throw new Error(`${name}: ${error instanceof Error ? error.message : error}`);
  }
}
