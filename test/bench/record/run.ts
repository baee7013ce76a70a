import { writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../run/launch-chromium.ts';
import { choices } from './acts/choices.ts';
import { fields } from './acts/fields.ts';
import { gestures } from './acts/gestures.ts';
import { presses } from './acts/presses.ts';
import { judgeSteps } from './judge-steps.ts';
import { prepareCairn } from './record-with-cairn.ts';
import { recordWithPlaywright } from './record-with-playwright.ts';
import type { OpenSample, Recording } from './recording.ts';
import type { SampleAct } from './sample-act.ts';

export const sampleActs: readonly SampleAct[] = [...presses, ...fields, ...choices, ...gestures];

interface Row {
  recorder: string;
  acts: number;
  right: number;
  wrongTarget: number;
  missing: number;
  extra: number;
  valuesKept: number;
}

/** A recorder looks at what came of an act for less than half a second. */
const SETTLE_MS = 650;
const ORIGIN = 'https://shop.example';

/** Acts with real input, each on a page of its own; our recorder and Playwright's in the same run. */
export async function benchRecord({ json, only }: { json: string | undefined; only: string | undefined }): Promise<void> {
  const samples = sampleActs.filter(({ name }) => !only || name.includes(only));
  const browser = await launchChromium();
  try {
    const open = opener(browser);
    const withCairn = await prepareCairn(open);
    const rows = [await measure('cairn', samples, withCairn)];
    if (!only) rows.push(await measure('playwright', samples, (sample) => recordWithPlaywright(open, sample)));
    console.table(rows);
    if (json) writeFileSync(json, `${JSON.stringify({ rows }, null, 1)}\n`);
  } finally {
    await browser.close();
  }
}

const opener =
  (browser: Browser): OpenSample =>
  async (sample, prepare, finish) => {
    const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
    try {
      await context.route('**/*', (route) => {
        const { pathname, search } = new URL(route.request().url());
        const body = sample.pages[pathname + search] ?? sample.pages[pathname];
        return route.fulfill({
          status: body ? 200 : 404,
          contentType: 'text/html; charset=utf-8',
          body: `<!doctype html>${body ?? ''}`,
        });
      });
      await prepare(context);
      const page = await context.newPage();
      page.setDefaultTimeout(3000);
      await page.goto(ORIGIN + Object.keys(sample.pages)[0]);
      await page.waitForTimeout(100);
      await performed(sample, page);
      await page.waitForTimeout(SETTLE_MS);
      await finish?.(page);
    } finally {
      await context.close();
    }
  };

/** A recorder may keep an act from being performed, as by what it draws over the page; then the act counts with what it has recorded. */
async function performed(sample: SampleAct, page: Page): Promise<void> {
  try {
    await sample.perform(page);
  } catch (fault) {
    console.log(`not performed: ${sample.name}: ${String(fault).split('\n')[0]}`);
  }
}

async function measure(
  recorder: string,
  samples: readonly SampleAct[],
  record: (sample: SampleAct) => Promise<Recording | undefined>,
): Promise<Row> {
  const row: Row = { recorder, acts: samples.length, right: 0, wrongTarget: 0, missing: 0, extra: 0, valuesKept: 0 };
  for (const sample of samples) {
    const recording = await record(sample);
    if (!recording) {
      console.log(`${recorder}: not available in the installed version`);
      return { ...row, acts: 0 };
    }
    const { right, ...counts } = judgeSteps(sample.steps, recording.steps);
    const kept = sample.values.filter((value) => recording.stored.includes(value) || recording.reported.includes(value));
    row.right += Number(right && !kept.length);
    row.wrongTarget += counts.wrongTarget;
    row.missing += counts.missing;
    row.extra += counts.extra;
    row.valuesKept += Number(kept.length > 0);
    if (!right || kept.length)
      console.log(
        `${recorder}: ${sample.name}: ${JSON.stringify({ ...counts, kept, steps: recording.steps, missed: recording.missed })}`,
      );
  }
  return row;
}
