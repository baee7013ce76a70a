import { writeFileSync } from 'node:fs';
import { corpus, nameOf } from '../../friction/corpus/corpus.ts';
import { gestures } from '../../friction/corpus/gestures.ts';
import { bundle } from '../../friction/corpus/open.ts';
import { type Bed, inParallel, type Ran, runCase, runGesture } from '../../friction/corpus/run-case.ts';
import { serveCorpus } from '../../friction/corpus/serve.ts';
import { launchChromium } from '../../run/launch-chromium.ts';
import { peerScripts, peers, peerTags } from './peers.ts';
import { count, emptyTally, head, row, type Tally } from './tally.ts';

/** Number of pages at a time: most of the time they wait. Presses in haste need more of the machine. */
const LANES = 16;
const HASTY = 3;
const tools = [{ tool: 'cairn', label: 'cairn' }, ...peers];

interface Options {
  json: string | undefined;
  only: string | undefined;
}
interface Wrong {
  tool: string;
  signal: string;
  cell: keyof Tally;
  name: string;
}

/** Our detector and those of the peers in the same pages, in the same run, on the same clicks. */
export async function benchFriction({ json, only }: Options): Promise<void> {
  const wanted = new RegExp(only ?? '');
  const cases = corpus.filter((one) => wanted.test(nameOf(one)));
  const presses = gestures.filter(({ name, on }) => wanted.test(`${nameOf(on)} ${name}`));
  const server = await serveCorpus({ 'corpus.js': await bundle('page.ts'), ...peerScripts() }, peerTags);
  const browser = await launchChromium();
  try {
    const bed: Bed = { browser, at: server.at, watch: await bundle('watch.ts'), inRealTime: true };
    const clicked = await inParallel(cases, LANES, (one) => run(() => runCase(bed, one), nameOf(one)));
    const pressed = await inParallel(presses, HASTY, (one) => run(() => runGesture(bed, one), one.name));
    const result = judge(cases, clicked, presses, pressed);
    console.log(result.report);
    if (json) writeFileSync(json, JSON.stringify(result, null, 2));
  } finally {
    await browser.close();
    server.close();
  }
}

/** A page that fails is an error of the benchmark. */
async function run(act: () => Promise<Ran>, name: string): Promise<Ran> {
  try {
    return await act();
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : error}`);
  }
}

const ours: Record<string, string> = { dead: 'no-response', rage: 'repeat-click' };
const isFoundBy = (tool: string, signal: 'dead' | 'rage', { reported, peers: theirs }: Ran): boolean =>
  tool === 'cairn' ? reported.some((one) => one.signal === ours[signal]) : (theirs[tool]?.includes(signal) ?? false);

function judge(cases: typeof corpus, clicked: readonly Ran[], presses: typeof gestures, pressed: readonly Ran[]) {
  const wrong: Wrong[] = [];
  const tallies = tools.map(({ tool, label }) => {
    const [dead, rage] = [emptyTally(), emptyTally()];
    const note = (signal: string, cell: keyof Tally, name: string) => {
      if (cell === 'missed' || cell === 'falsely') wrong.push({ tool, signal, cell, name });
    };
    cases.forEach((one, at) => {
      note('dead', count(dead, one.truth === 'broken', isFoundBy(tool, 'dead', clicked[at]!)), nameOf(one));
      note('rage', count(rage, false, isFoundBy(tool, 'rage', clicked[at]!)), nameOf(one));
    });
    presses.forEach((one, at) => {
      note('rage', count(rage, one.rage, isFoundBy(tool, 'rage', pressed[at]!)), `${nameOf(one.on)} · ${one.name}`);
    });
    return { tool, label, dead, rage };
  });
  const slow = emptyTally();
  cases.forEach((one, at) => {
    const cell = count(
      slow,
      one.slow === true,
      clicked[at]!.reported.some(({ signal }) => signal === 'slow-response'),
    );
    if (cell === 'missed' || cell === 'falsely') wrong.push({ tool: 'cairn', signal: 'slow', cell, name: nameOf(one) });
  });
  const report = [
    head('dead clicks'),
    ...tallies.map(({ label, dead }) => row(label, dead)),
    '',
    head('rage clicks'),
    ...tallies.map(({ label, rage }) => row(label, rage)),
    '',
    head('slow responses'),
    row('cairn', slow),
    '',
    ...wrong.filter(({ tool }) => tool === 'cairn').map(({ signal, cell, name }) => `cairn ${signal} ${cell}: ${name}`),
  ].join('\n');
  return { report, tallies, slow, wrong };
}
