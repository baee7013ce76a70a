import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtExtension } from '../harness/built-extension.ts';
import { type ChromiumJourney, startChromium } from '../harness/chromium.ts';
import { untilRegistered } from '../harness/registered-scripts.ts';
import { type Screens, startScreens } from '../harness/screens.ts';
import { lines, rows } from './all-rows.ts';
import { visitInChromium } from './chromium-visit.ts';
import { type AwkwardStage, startAwkward } from './stage.ts';
import { writeTable } from './table.ts';

const lifetime = new AsyncDisposableStack();
afterAll(() => lifetime.disposeAsync());

let stage: AwkwardStage;
let chromium: ChromiumJourney;
let shots: Screens;
const outcomes = new Map<string, string>();

beforeAll(async () => {
  stage = await startAwkward(lifetime);
  shots = await startScreens('awkward');
  chromium = await startChromium({ lifetime, extension: builtExtension('chrome'), policy: stage.policy });
  // A frame of another origin gets its script as it loads, so the policy has to be in force before.
  await untilRegistered(chromium);
});

test.each([...rows.everywhere, ...rows.chromium])('$page: $does', async ({ page: path, prove }) => {
  const visit = await visitInChromium(chromium, stage, shots);
  outcomes.set(path, 'fails');
  try {
    await visit.go(`/${path}`);
    await prove(visit);
    outcomes.set(path, 'yes');
  } finally {
    // A walkthrough that a failed row left running would follow the person to the next page.
    await (await chromium.worker()).evaluate('chrome.storage.local.remove("progress")');
    await visit.shows(path.replaceAll(/[^a-z]+/g, '-'));
    await visit.page.close();
  }
});

test('docs/run/awkward-pages.md and its summary in docs/run/reliability.md state what this run saw', () => {
  const { before, now } = writeTable(lines, 'Chromium', outcomes);
  expect(now).toEqual(before);
});
