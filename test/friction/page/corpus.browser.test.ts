import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedChromium } from '../../run/shared-chromium.ts';
import { chromiumForCorpus } from '../corpus/chromium-for-corpus.ts';
import { background, type Case, nameOf, others, slice } from '../corpus/corpus.ts';
import { flicks, gestures, hasteInNoise, stepping } from '../corpus/gestures.ts';
import { bundle } from '../corpus/open.ts';
import { type Bed, inParallel, runCase, runGesture } from '../corpus/run-case.ts';
import { serveCorpus } from '../corpus/serve.ts';

/** A slice that takes less than a minute; `npm run bench -- friction` runs the whole corpus, next to the peers. */
const NTH = 14;
const LANES = 8;

let bed: Bed;
let server: Awaited<ReturnType<typeof serveCorpus>>;
beforeAll(async () => {
  server = await serveCorpus({ 'corpus.js': await bundle('page.ts') });
  bed = { browser: chromiumForCorpus(await sharedChromium()), at: server.at, watch: await bundle('watch.ts') };
});
afterAll(async () => {
  await bed?.browser.close();
  server?.close();
});

/** The cases that are judged wrongly. On a busy machine a response may come too late to be one, so these cases run once more, one at a time. */
async function wrongOf<T>(all: readonly T[], lanes: number, judge: (one: T) => Promise<string | undefined>): Promise<string[]> {
  const together = await inParallel(all, lanes, judge);
  const alone = await inParallel(
    all.filter((_, at) => together[at] !== undefined),
    1,
    judge,
  );
  return alone.filter((one) => one !== undefined);
}

test('in a slice of the corpus, no response is found for broken controls and for no others', { timeout: 180_000 }, async () => {
  const cases = slice(NTH);
  expect(new Set(cases.map(({ truth }) => truth)).size).toBe(2);
  const wrong = await wrongOf(cases, LANES, async (one) => {
    const { reported } = await runCase(bed, one);
    const dead = reported.some(({ signal }) => signal === 'no-response');
    return dead === (one.truth === 'broken') ? undefined : `${one.truth}: ${nameOf(one)}`;
  });
  expect(wrong).toEqual([]);
});

test('a pressed look, a ripple and a focus ring are no response; a lasting state is; text for screen readers alone is no error', {
  timeout: 120_000,
}, async () => {
  const quiet = { around: 'quiet' } as const;
  const shapes = ['button that looks pressed', 'button with a ripple'] as const;
  const cases: (Case & { signals: string })[] = [
    ...shapes.map((shape) => ({
      ...quiet,
      truth: 'broken' as const,
      shape,
      broken: 'handler gives up' as const,
      signals: 'no-response',
    })),
    ...shapes.map((shape) => ({
      ...quiet,
      truth: 'live' as const,
      shape,
      effect: 'its own state changes' as const,
      signals: '',
    })),
    { ...quiet, truth: 'live', shape: 'button', effect: 'tells screen readers alone', signals: '' },
    { ...quiet, truth: 'live', shape: 'button', effect: 'error toast', signals: 'error-click' },
  ];
  const wrong = await wrongOf(cases, LANES, async ({ signals, ...one }) => {
    const found = (await runCase(bed, one)).reported.map(({ signal }) => signal).join();
    return found === signals ? undefined : `${nameOf(one)}: ${found || 'nothing'} instead of ${signals || 'nothing'}`;
  });
  expect(wrong).toEqual([]);
});

test('what UI libraries do is judged rightly', { timeout: 180_000 }, async () => {
  const wrong = await wrongOf(others, LANES, async (one) => {
    const signals = (await runCase(bed, one)).reported.map(({ signal }) => signal);
    return signals.includes('no-response') === (one.truth === 'broken') ? undefined : `${one.truth}: ${nameOf(one)}`;
  });
  expect(wrong).toEqual([]);
});

test('what also goes on without a click is neither a response nor an error; nor is an equal drawing', {
  timeout: 480_000,
}, async () => {
  const wrong = await wrongOf(background, LANES, async (one) => {
    const signals = (await runCase(bed, one)).reported.map(({ signal }) => signal);
    const isRight =
      signals.includes('no-response') === (one.truth === 'broken') && signals.includes('error-click') === !!one.fails;
    return isRight ? undefined : `${one.truth}: ${nameOf(one)}: ${signals.join() || 'nothing'}`;
  });
  expect(wrong).toEqual([]);
});

test('in a slice of the gestures, repeated presses in haste are found, and normal use is not', { timeout: 120_000 }, async () => {
  const always = [...stepping, ...flicks, ...hasteInNoise];
  const made = [...gestures.filter((one, at) => at % 14 === 0 && !always.includes(one)), ...always];
  const wrong = await wrongOf(made, 3, async (one) => {
    const { reported } = await runGesture(bed, one);
    return reported.some(({ signal }) => signal === 'repeat-click') === one.rage ? undefined : `${nameOf(one.on)} · ${one.name}`;
  });
  expect(wrong).toEqual([]);
});
