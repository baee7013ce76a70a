import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Case } from '../friction/corpus/corpus.ts';
import { nameOf } from '../friction/corpus/corpus.ts';
import { firefoxForCorpus } from '../friction/corpus/firefox-for-corpus.ts';
import { gestures } from '../friction/corpus/gestures.ts';
import { bundle } from '../friction/corpus/open.ts';
import { type Bed, runCase, runGesture } from '../friction/corpus/run-case.ts';
import { serveCorpus } from '../friction/corpus/serve.ts';

/** One process: cases run one after another, so only few of them are here. `npm run bench -- friction --browser firefox` runs more. */
let bed: Bed;
let server: Awaited<ReturnType<typeof serveCorpus>>;
beforeAll(async () => {
  server = await serveCorpus({ 'corpus.js': await bundle('page.ts') });
  bed = { browser: await firefoxForCorpus(1), at: server.at, watch: await bundle('watch.ts') };
});
afterAll(async () => {
  await bed?.browser.close();
  server?.close();
});

const quiet = { around: 'quiet' } as const;
const clicked: readonly (Case & { signals: string })[] = [
  { ...quiet, truth: 'broken', shape: 'button', broken: 'handler gives up', signals: 'no-response' },
  { ...quiet, truth: 'broken', shape: 'button in a frame', broken: 'no handler', signals: 'no-response' },
  { ...quiet, truth: 'broken', shape: 'button in a shadow root', broken: 'same state set again', signals: 'no-response' },
  { truth: 'broken', shape: 'button', broken: 'no handler', around: 'clock', signals: 'no-response' },
  { truth: 'broken', shape: 'icon button', broken: 'no handler', around: 'log that scrolls itself', signals: 'no-response' },
  { ...quiet, truth: 'live', shape: 'button', effect: 'text changes', signals: '' },
  { ...quiet, truth: 'live', shape: 'button', effect: 'only a request', signals: '' },
  { ...quiet, truth: 'live', shape: 'button', effect: 'history changes', signals: '' },
  { ...quiet, truth: 'live', shape: 'button', effect: 'window opens', signals: '' },
  { ...quiet, truth: 'live', shape: 'button', effect: 'a field is emptied', signals: '' },
  { ...quiet, truth: 'live', shape: 'button', effect: 'asks by a dialog of the browser', signals: '' },
  { ...quiet, truth: 'live', native: 'checkbox', signals: '' },
  { ...quiet, truth: 'live', shape: 'button', effect: 'error that stays in an alert', signals: 'error-click' },
  { truth: 'live', shape: 'button', effect: 'text changes', around: 'list drawn anew', signals: '' },
];

test.each(clicked.map((one) => [nameOf(one), one] as const))('in Firefox: %s', async (_, { signals, ...one }) => {
  expect((await runCase(bed, one)).reported.map(({ signal }) => signal).join()).toBe(signals);
});

const pressed = [
  'button · handler gives up · 5 presses, 150 ms apart',
  'div with role · handler gives up · 4 presses, 250 ms apart',
  'button · a panel opens · double click',
  'button · a row is added · 4 presses, 120 ms apart, each answered',
  'plain text · text is picked',
];

test.each(pressed)('in Firefox: %s', async (name) => {
  const gesture = gestures.find((one) => `${nameOf(one.on)} · ${one.name}` === name)!;
  const { reported } = await runGesture(bed, gesture);
  expect(reported.some(({ signal }) => signal === 'repeat-click')).toBe(gesture.rage);
});
