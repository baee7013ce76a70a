import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedChromium } from '../../run/shared-chromium.ts';
import { type Case, nameOf, others, slice } from '../corpus/corpus.ts';
import { gestures, stepping } from '../corpus/gestures.ts';
import { bundle } from '../corpus/open.ts';
import { type Bed, inParallel, runCase, runGesture } from '../corpus/run-case.ts';
import { serveCorpus } from '../corpus/serve.ts';

/** A slice that takes well under a minute; `npm run bench -- friction` runs all of it, beside the peers. */
const NTH = 14;
const LANES = 8;

let bed: Bed;
let server: Awaited<ReturnType<typeof serveCorpus>>;
beforeAll(async () => {
  server = await serveCorpus({ 'corpus.js': await bundle('page.ts') });
  bed = { browser: await sharedChromium(), at: server.at, watch: await bundle('watch.ts') };
});
afterAll(async () => {
  await bed?.browser.close();
  server?.close();
});

/** Which are judged wrongly. On a busy machine an answer may come too late to be one, so what is wrong beside others is tried once more by itself. */
async function wrongOf<T>(all: readonly T[], lanes: number, judge: (one: T) => Promise<string | undefined>): Promise<string[]> {
  const beside = await inParallel(all, lanes, judge);
  const alone = await inParallel(
    all.filter((_, at) => beside[at] !== undefined),
    1,
    judge,
  );
  return alone.filter((one) => one !== undefined);
}

test('a slice of the corpus: what is broken is told, what lives is not', { timeout: 180_000 }, async () => {
  const cases = slice(NTH);
  expect(new Set(cases.map(({ truth }) => truth)).size).toBe(2);
  const wrong = await wrongOf(cases, LANES, async (one) => {
    const { reported } = await runCase(bed, one);
    const dead = reported.some(({ signal }) => signal === 'no-response');
    return dead === (one.truth === 'broken') ? undefined : `${one.truth}: ${nameOf(one)}`;
  });
  expect(wrong).toEqual([]);
});

test('a pressed look, a ripple and a focus ring are no answer; a state that stays is; what only screen readers hear is no error', {
  timeout: 120_000,
}, async () => {
  const quiet = { around: 'quiet' } as const;
  const shapes = ['button that looks pressed', 'button with a ripple'] as const;
  const cases: Case[] = [
    ...shapes.map((shape) => ({ ...quiet, truth: 'broken' as const, shape, broken: 'handler gives up' as const })),
    ...shapes.map((shape) => ({ ...quiet, truth: 'live' as const, shape, effect: 'its own state changes' as const })),
    { ...quiet, truth: 'live', shape: 'button', effect: 'tells screen readers alone' },
    { ...quiet, truth: 'live', shape: 'button', effect: 'error toast' },
  ];
  const told = await inParallel(cases, LANES, async (one) => (await runCase(bed, one)).reported.map(({ signal }) => signal));
  expect(told).toEqual([['no-response'], ['no-response'], [], [], [], ['error-click']]);
});

test('what libraries do that nobody had tuned for', { timeout: 180_000 }, async () => {
  const wrong = await wrongOf(others, LANES, async (one) => {
    const told = (await runCase(bed, one)).reported.map(({ signal }) => signal);
    return told.includes('no-response') === (one.truth === 'broken') ? undefined : `${one.truth}: ${nameOf(one)}`;
  });
  expect(wrong).toEqual([]);
});

test('a slice of the gestures: haste is told, use is not', { timeout: 120_000 }, async () => {
  const made = [...gestures.filter((one, at) => at % 14 === 0 && !stepping.includes(one)), ...stepping];
  const wrong = await wrongOf(made, 3, async (one) => {
    const { reported } = await runGesture(bed, one);
    return reported.some(({ signal }) => signal === 'repeat-click') === one.rage ? undefined : `${nameOf(one.on)} · ${one.name}`;
  });
  expect(wrong).toEqual([]);
});
