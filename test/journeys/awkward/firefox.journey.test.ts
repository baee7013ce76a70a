import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtExtension } from '../harness/built-extension.ts';
import { type FirefoxJourney, startFirefox } from '../harness/firefox.ts';
import { type Screens, startScreens } from '../harness/screens.ts';
import { lines, rows } from './all-rows.ts';
import { visitInFirefox } from './firefox-visit.ts';
import { type AwkwardStage, startAwkward } from './stage.ts';
import { writeTable } from './table.ts';

const lifetime = new AsyncDisposableStack();
afterAll(() => lifetime.disposeAsync());

let stage: AwkwardStage;
let firefox: FirefoxJourney;
let shots: Screens;
const outcomes = new Map<string, string>();

beforeAll(async () => {
  stage = await startAwkward(lifetime);
  shots = await startScreens('awkward-firefox');
  firefox = await startFirefox({ lifetime, extension: builtExtension('firefox'), policy: stage.policy });
});

test.each(rows.everywhere)('$page: $does', async ({ page: path, prove }) => {
  const page = await firefox.newPage();
  const visit = visitInFirefox(page, stage.app, shots);
  outcomes.set(path, 'fails');
  try {
    await visit.go(`/${path}`);
    await prove(visit);
    outcomes.set(path, 'yes');
  } finally {
    await visit.shows(path.replaceAll(/[^a-z]+/g, '-'));
    await page.close();
  }
});

test('docs/run/awkward-pages.md and its summary in docs/run/reliability.md state what this run saw', () => {
  const { before, now } = writeTable(lines, 'Firefox', outcomes);
  expect(now).toEqual(before);
});
