import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ChromiumJourney, startChromium } from './harness/chromium.ts';
import { type FirefoxJourney, startFirefox } from './harness/firefox.ts';
import { extensionFrame as frameInChromium } from './harness/frame-in-chromium.ts';
import { overlaySurface as overlayInChromium } from './harness/overlay-in-chromium.ts';
import { pageHasRun } from './harness/page-has-run.ts';
import { writeProbe } from './harness/probe.ts';
import { processesWith, runs } from './harness/processes.ts';
import { startSmallApp } from './harness/small-app.ts';
import type { Surface } from './harness/surface.ts';
import { extensionFrame as frameInFirefox, overlaySurface as overlayInFirefox } from './harness/surface-in-firefox.ts';
import { POLICY_FOLDERS } from './harness/with-policy.ts';

type Told = { born: number; word?: string };
declare const chrome: {
  runtime: { sendMessage(message: object): Promise<Told> };
  storage: { managed: { get(): Promise<{ word?: string }> } };
};
declare const born: number;
declare const changes: { area: string; word?: string }[];

const lifetime = new AsyncDisposableStack();
afterAll(() => lifetime.disposeAsync());

const appPage = `<!doctype html><title>App</title><h1>App</h1><button>Press me</button>
  <script>heard = ''; addEventListener('keydown', ({ key }) => (heard += key), true)</script>`;
let app: string;
let loaded: ChromiumJourney;
let forced: ChromiumJourney;
let firefox: FirefoxJourney;
let profile: string;

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'cairn-profile-'));
  lifetime.defer(() => rm(profile, { recursive: true, force: true }));
  app = await startSmallApp({ lifetime, answer: () => ({ type: 'text/html; charset=utf-8', body: appPage }) });
  const extension = await writeProbe(lifetime, 'chrome');
  const inFirefox = startFirefox({ lifetime, extension: await writeProbe(lifetime, 'firefox'), policy: { word: 'fire' } });
  [loaded, forced] = await Promise.all([
    startChromium({ lifetime, extension, policy: { word: 'loaded' }, profile }),
    startChromium({ lifetime, extension, policy: { word: 'forced' }, forceInstall: true }),
  ]);
  firefox = await inFirefox;
});

const word = (worker: Worker) => worker.evaluate(async () => (await chrome.storage.managed.get()).word);
const inTime = { timeout: 15_000, interval: 100 };

describe('Chromium', () => {
  test('two browsers at once each have their own managed policy, and the machine has neither', async () => {
    const workers = await Promise.all([loaded.worker(), forced.worker()]);
    await expect.poll(() => Promise.all(workers.map(word)), inTime).toEqual(['loaded', 'forced']);
    expect(forced.extensionId).not.toBe(loaded.extensionId);
    expect(existsSync(join(POLICY_FOLDERS.chromium, 'managed', 'journey.json'))).toBe(false);
  });

  test('a changed policy reaches the running extension, with and without being reloaded', async () => {
    const workers = await Promise.all([loaded.worker(), forced.worker()]);
    const before = await Promise.all(workers.map((worker) => worker.evaluate(() => born)));
    await Promise.all([loaded.setPolicy({ word: 'second' }), forced.setPolicy({ word: 'watched' }, { watched: true })]);
    const last = (worker: Worker) => worker.evaluate(() => changes.at(-1));
    await expect.poll(() => last(workers[0]!), inTime).toEqual({ area: 'managed', word: 'second' });
    await expect.poll(() => last(workers[1]!), inTime).toEqual({ area: 'managed', word: 'watched' });
    expect(await Promise.all(workers.map((worker) => worker.evaluate(() => born)))).toEqual(before);
  });

  test('a stopped worker stays stopped until an event starts a new one', async () => {
    const page = await loaded.context.newPage();
    await page.goto(`chrome-extension://${loaded.extensionId}/form.html`);
    const before = await (await loaded.worker()).evaluate(() => born);
    await loaded.stopWorker();
    await pageHasRun(page, 500);
    expect(await loaded.workerRuns()).toBe(false);
    await expect(loaded.stopWorker()).rejects.toThrow('was not running');
    const told = await page.evaluate(() => chrome.runtime.sendMessage({}));
    expect(told.born).not.toBe(before);
    expect(await (await loaded.worker()).evaluate(() => born)).toBe(told.born);

    // Events keep coming while it is stopped: the next one runs before anybody has seen that none does.
    await page.evaluate(() => {
      const ask = () => void chrome.runtime.sendMessage({}).catch(() => undefined);
      Object.assign(globalThis, { asking: setInterval(ask, 2) });
    });
    await loaded.stopWorker();
    await page.evaluate('clearInterval(asking)');
    expect((await page.evaluate(() => chrome.runtime.sendMessage({}))).born).not.toBe(told.born);
    await page.close();
  });

  test("the harness sees and presses the overlay and types into the extension's frame", async () => {
    const page = await loaded.context.newPage();
    await page.goto(app);
    await personActs({
      overlay: overlayInChromium(page),
      soon: overlayInChromium(page, 1_000),
      frame: frameInChromium(page, loaded.extensionId),
      inPage: (what) => page.evaluate(what),
    });
  });

  test('closing the harness ends every process it started', async () => {
    expect(processesWith(profile)).not.toEqual([]);
    await loaded.close();
    await expect.poll(() => processesWith(profile), inTime).toEqual([]);
  });
});

describe('Firefox', () => {
  const ask = async () => (await firefox.extensionPage('form.html')).evaluate(() => chrome.runtime.sendMessage({}));

  test('in Firefox the managed policy reaches the extension, and a changed one after a reload', async () => {
    expect((await ask()).word).toBe('fire');
    await firefox.setPolicy({ word: 'second' });
    expect((await ask()).word).toBe('second');
    expect(existsSync(join(POLICY_FOLDERS.firefox, 'policies.json'))).toBe(false);
  });

  test('a stopped event page stays stopped until an event starts a new one', async () => {
    const before = await ask();
    await firefox.stopBackground();
    expect(await firefox.backgroundRuns()).toBe(false);
    expect((await ask()).born).not.toBe(before.born);
    expect(await firefox.backgroundRuns()).toBe(true);
  });

  test("the harness sees and presses the overlay and types into the extension's frame", async () => {
    const page = await firefox.newPage(app);
    await personActs({
      overlay: overlayInFirefox(page),
      soon: overlayInFirefox(page, 1_000),
      frame: frameInFirefox(page),
      inPage: (what) => page.evaluate(what),
    });
  });

  test('closing the harness ends every process it started', async () => {
    const { pid } = firefox.browser.process()!;
    expect(runs(pid!)).toBe(true);
    await firefox.close();
    await expect.poll(() => runs(pid!), inTime).toBe(false);
  });
});

/** `soon` is the overlay for one who does not wait long. */
type Acting = { overlay: Surface; soon: Surface; frame: Surface; inPage(script: string): Promise<unknown> };

async function personActs({ overlay, soon, frame, inPage }: Acting): Promise<void> {
  const button = { role: 'button', name: 'Press me' };
  await overlay.click(button);
  expect(await overlay.text({ role: 'status' })).toBe('pressed by a person');
  expect(await overlay.text()).toBe('Press me\npressed by a person');
  await overlay.find({ role: 'button', name: /^press/i });
  expect(await overlay.exists({ role: 'heading', name: 'App' })).toBe(false);
  await expect(soon.find({ role: 'button', name: 'Go' })).rejects.toThrow(/No button "Go" in the overlay.*Press me/);

  await frame.type({ role: 'textbox', name: 'Words' }, 'Grüße 2');
  expect(await frame.text()).toContain('typed: Grüße 2');
  expect(await inPage('heard')).toBe('');

  await inPage(countPresses);
  for (const times of [1, 2, 3]) {
    await inPage(goAbout);
    await overlay.click(button);
    expect(await inPage('pressed')).toBe(times);
  }

  await inPage(
    `document.body.insertAdjacentHTML('beforeend', '<p id="sheet" style="position:fixed;inset:0;margin:0;z-index:9"></p>')`,
  );
  await expect(soon.click(button)).rejects.toThrow('under something else');
  await inPage(`document.querySelector('probe-host').remove()`);
  await overlay.gone(button);
}

const countPresses = `
  pressed = 0;
  addEventListener('click', ({ target }) => { pressed += target.localName === 'probe-host' ? 1 : 0; })`;

/** The page takes the overlay elsewhere with every second frame, for a second or so. */
const goAbout = `(function go(frames) {
  document.querySelector('probe-host').style.bottom = 20 + 100 * (Math.floor(frames / 2) % 5) + 'px';
  if (frames > 0) requestAnimationFrame(() => go(frames - 1));
})(60)`;
