import { readlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import type { Entry } from '../../../src/model/entry/entry.ts';
import { type ChromiumJourney, startChromium } from '../harness/chromium.ts';
import { eventually } from '../harness/eventually.ts';
import { overlaySurface } from '../harness/overlay-in-chromium.ts';
import type { ManagedPolicy } from '../harness/policy-content.ts';

export type Employment = {
  lifetime: AsyncDisposableStack;
  extension: string;
  profile: string;
  policy: ManagedPolicy;
  /** Where the app is. */
  app: string;
  /** What `bundleLedger` gave. */
  script: string;
};

/** Somebody at work in a browser with Cairn. */
export type Employee = {
  chromium: ChromiumJourney;
  /** Cairn's own status page, with the ledger's own code in it. */
  status: Page;
  devtools: CDPSession;
  /** Presses the feedback button and one of the five choices, by mouse, until it is thanked for. */
  click(): Promise<void>;
  queue(count: number): Promise<string[]>;
  /** What the ledger holds, in order of arrival. */
  entries(): Promise<Pick<Entry, 'id' | 'kind'>[]>;
  waiting(): Promise<number>;
  /** Presses "Fetch packs and send records now". */
  send(): Promise<void>;
  /** The same until nothing waits. */
  sendAll(): Promise<void>;
  /** Ends the browser as a power cut does. */
  kill(): Promise<void>;
};

const launcher = { role: 'button', name: 'Cairn: feedback and guides' };

export async function atWork({ app, script, ...wanted }: Employment): Promise<Employee> {
  const chromium = await startChromium(wanted);
  const { context, extensionId } = chromium;
  const page = await context.newPage();
  const status = await context.newPage();
  await status.goto(`chrome-extension://${extensionId}/status.html`);
  await status.getByRole('heading', { name: 'Packs' }).waitFor();
  await status.evaluate(script);
  const waiting = () => status.evaluate(async () => (await globalThis.ownLedger.ledger.counts()).waiting);
  const press = () => status.getByRole('button', { name: 'Fetch packs and send records now' }).click();
  return {
    chromium,
    status,
    devtools: await context.newCDPSession(status),
    async click() {
      await page.bringToFront();
      await page.goto(app);
      const cairn = overlaySurface(page);
      await cairn.click(launcher);
      await cairn.click({ role: 'button', name: 'I have an idea' });
      await cairn.find({ role: 'heading', name: 'Thank you' });
    },
    queue: (count) => status.evaluate((many) => globalThis.ownLedger.queue(many), count),
    entries: () =>
      status.evaluate(async () => {
        const { rows } = await globalThis.ownLedger.ledger.read({ limit: 10_000 });
        return rows.reverse().map(({ entry: { id, kind } }) => ({ id, kind }));
      }),
    waiting,
    async send() {
      await status.bringToFront();
      await press();
    },
    async sendAll() {
      await status.bringToFront();
      await eventually(
        async () => {
          if ((await waiting()) === 0) return true;
          await press();
          await status.waitForTimeout(500);
          return false;
        },
        () => status.locator('body').innerText(),
        30_000,
      );
    },
    async kill() {
      const gone = context.waitForEvent('close');
      // The lock of a profile is a link to `host-pid` of the browser that has it open.
      process.kill(Number((await readlink(join(wanted.profile, 'SingletonLock'))).split('-').at(-1)), 'SIGKILL');
      await gone;
    },
  };
}
