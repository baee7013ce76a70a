import { writeFile } from 'node:fs/promises';
import { chromium, type Page } from 'playwright-core';
import { builtDesk } from '../../desk/built-desk.ts';
import { FakeHub } from '../../desk/fake-hub.ts';
import { feedback } from '../../desk/feedback.ts';
import { chromiumOptions } from '../../run/launch-chromium.ts';

const ROWS = 10_000;
const PRESSES = 200;

interface DeskFigure {
  what: string;
  presses: number;
  /** From the key press to the end of the next frame, in milliseconds. */
  p50: number;
  p95: number;
  max: number;
}

/** How long it takes from a key press until the desk has drawn what it changed, with ten thousand rows loaded. */
export async function benchDesk({ json }: { json: string | undefined }): Promise<void> {
  await using lifetime = new AsyncDisposableStack();
  const hub = await FakeHub.start(await builtDesk(lifetime));
  lifetime.defer(() => hub.close());
  const browser = await chromium.launch(chromiumOptions());
  lifetime.defer(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  hub.items = Array.from({ length: ROWS }, (_, nth) =>
    feedback({ score: ROWS - nth, words: `Comment number ${nth}. `.repeat(1 + (nth % 12)), app: `app-${nth % 7}` }),
  );
  page.setDefaultTimeout(120_000);
  await page.goto(hub.link());
  for (let loaded = 1_000; loaded < ROWS; loaded += 1_000) await page.getByRole('button', { name: 'Load more' }).click();
  await page.getByText(`${ROWS} items`, { exact: true }).waitFor();
  await recordFrames(page);
  const rows: DeskFigure[] = [];
  await page.locator('.rows a').first().focus();
  rows.push(await measure(page, 'J moves in the list', () => page.keyboard.press('j')));
  await page.keyboard.press('Enter');
  rows.push(await measure(page, 'J opens the next item', () => page.keyboard.press('j')));
  await page.keyboard.press('Escape');
  rows.push(
    await measure(page, 'X selects, End and Home go to the ends', (nth) => page.keyboard.press(['x', 'End', 'Home'][nth % 3]!)),
  );
  await page.keyboard.press('/');
  rows.push(
    await measure(page, 'a letter of a search', (nth) => page.keyboard.press(nth % 8 < 4 ? 'comm'[nth % 4]! : 'Backspace')),
  );
  console.table(rows);
  if (json) await writeFile(json, `${JSON.stringify({ rows }, null, 2)}\n`);
}

/** Notes for each key press how long it took until the frame after it was drawn. */
async function recordFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { frameTimes: times });
    const onKey = ({ timeStamp }: KeyboardEvent) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.now() - timeStamp);
        port2.postMessage(null);
      });
    addEventListener('keydown', onKey, { capture: true });
  });
}

async function measure(page: Page, what: string, press: (nth: number) => Promise<void>): Promise<DeskFigure> {
  const times = () => page.evaluate(() => (globalThis as unknown as { frameTimes: number[] }).frameTimes.splice(0));
  await times();
  for (let nth = 0; nth < PRESSES; nth += 1) await press(nth);
  await page.waitForFunction(
    (wanted) => (globalThis as unknown as { frameTimes: number[] }).frameTimes.length >= wanted,
    PRESSES,
  );
  const sorted = (await times()).sort((one, other) => one - other);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]! * 10) / 10;
  return { what, presses: PRESSES, p50: at(0.5), p95: at(0.95), max: at(1) };
}
