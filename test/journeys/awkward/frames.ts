import type { Frame } from 'playwright-core';
import { expect } from 'vitest';
import { eventually } from '../harness/eventually.ts';
import { overlaySurface } from '../harness/overlay-in-chromium.ts';
import { pageHasRun } from '../harness/page-has-run.ts';
import { waitForStepFound } from '../harness/wait-for-step-found.ts';
import type { ChromiumVisit } from './chromium-visit.ts';
import { beacon, button, card, launcher, tipStands } from './proofs.ts';
import type { Rows } from './rows.ts';

/** Frames of other origins. */
export const frames: Rows = {
  everywhere: [],
  chromium: [
    {
      page: 'frame-other.html',
      does: 'a frame of another origin of the policy',
      shown: 'tips stand inside it; a walkthrough leads into it and out again, and is in one place at a time',
      prove: async (visit) => {
        const { page, cairn, stage } = visit;
        await visit.go(`/frame-other.html?frame=${stage.other}/payment.html`);
        const inner = await frameAt(visit, stage.other);
        const inside = overlaySurface(page, 8000, inner);
        await inside.click(beacon('Paying'));
        await inside.find(card('Paying'));
        expect(await inside.exists(launcher)).toBe(false);
        await inside.click(button('Close'));
        await cairn.click(launcher);
        await cairn.click({ role: 'button', name: /Pay an order/ });
        await waitForStepFound(cairn, stepOf(1));
        expect(await inside.exists(stepOf(1))).toBe(false);
        await page.getByRole('button', { name: 'Start payment' }).click();
        await inside.find(stepOf(2));
        await cairn.gone(stepOf(2));
        await pageHasRun(page, 2500);
        expect(await cairn.text()).not.toContain('not on the page');
        await visit.shows('frame-other-step-2');
        await inner.getByRole('button', { name: 'Pay order' }).click();
        await cairn.find(stepOf(3));
        await inside.gone(stepOf(2));
        await cairn.click(button('Finish'));
        await cairn.click(button('Close'));
      },
    },
    {
      page: 'frame-outside.html',
      does: 'a frame of a site outside of the policy',
      shown: 'nothing of ours runs in it; the page around it has its tip',
      prove: async (visit) => {
        const { page, stage } = visit;
        await visit.go(`/frame-outside.html?frame=${stage.outside}/outside.html`);
        await tipStands(visit);
        const inner = await frameAt(visit, stage.outside);
        expect(await inner.evaluate(() => document.documentElement.children.length)).toBe(2);
        expect(await startedIn(visit, stage.app)).toBe(true);
        expect(await startedIn(visit, stage.outside)).toBe(false);
        expect(page.frames().length).toBe(2);
      },
    },
  ],
};

const stepOf = (n: number) => ({ role: 'dialog', name: new RegExp(`step ${n} of 3`) });

const frameAt = ({ page }: ChromiumVisit, origin: string): Promise<Frame> =>
  eventually(
    async () => page.frames().find((frame) => frame.url().startsWith(origin)),
    () => `No frame of ${origin}`,
  );

/**
 * Has our script begun in a frame of that origin? The browser makes a world of ours there as soon as the page around it is asked for the
 * frame, so that there is one says nothing; what the script leaves behind in it does.
 */
async function startedIn({ devtools }: ChromiumVisit, origin: string): Promise<boolean> {
  const worlds: { id: number; ours: boolean }[] = [];
  devtools.on('Runtime.executionContextCreated', ({ context }) =>
    worlds.push({ id: context.id, ours: context.origin.startsWith('chrome-extension:') }),
  );
  await devtools.send('Runtime.enable');
  const expression = `origin === ${JSON.stringify(origin)} && Object.getOwnPropertySymbols(globalThis).includes(Symbol.for('cairn.page'))`;
  const asked = worlds
    .filter(({ ours }) => ours)
    .map(({ id }) => devtools.send('Runtime.evaluate', { expression, contextId: id, returnByValue: true }));
  const answers = await Promise.all(asked);
  await devtools.send('Runtime.disable');
  return answers.some(({ result }) => result.value === true);
}
