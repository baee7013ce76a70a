import { expect } from 'vitest';
import { eventually } from '../harness/eventually.ts';
import { overlaySurface } from '../harness/overlay-in-chromium.ts';
import { pageHasRun, ranFor } from '../harness/page-has-run.ts';
import type { ChromiumVisit } from './chromium-visit.ts';
import { beacon, beaconStands, button, card, controlWorks, launcher, tipStands } from './proofs.ts';
import type { Rows } from './rows.ts';
import type { rect, Visit } from './visit.ts';

/** Where the person is, in the page and with us: focus, presses, and the middle of a form. */
export const attention: Rows = {
  everywhere: [
    {
      page: 'focus-out.html',
      does: 'a layer that closes, or pulls the focus back, when the focus leaves it',
      shown:
        'it stays open while the person is with us, by mouse and keyboard, and hears of it once they go elsewhere in the page',
      prove: async (visit) => {
        for (const pulls of [false, true]) {
          await visit.asks(`void (awkward.pulls = ${pulls})`);
          await pressOn(visit, 'amount');
          await tipStands(visit);
          await visit.cairn.click(beacon());
          await visit.cairn.find(card());
          await visit.key('Tab');
          await visit.key('Escape');
          await visit.cairn.gone(card());
          expect(await visit.asks('[awkward.closed, awkward.pulled]')).toEqual([0, 0]);
        }
        await visit.asks('void (awkward.pulls = false)');
        await pressOn(visit, 'amount');
        const taken = await visit.asks<number>('awkward.taken');
        await visit.cairn.click(beacon());
        await visit.cairn.find(card());
        expect(await visit.asks('awkward.taken')).toBe(taken);
        await pressOn(visit, 'elsewhere');
        await eventually(
          () => visit.asks<boolean>(`awkward.closed === 1 && awkward.taken === ${taken + 1}`),
          () => 'The page does not hear that its layer was left',
        );
        expect(await visit.asks('document.activeElement.id')).toBe('elsewhere');
      },
    },
  ],
  chromium: [
    {
      page: 'see-through.html',
      does: 'paints over everything, lets presses through, and keeps the top of the top layer',
      shown: 'presses that reach us from under it are refused; when it goes, they count again',
      prove: async (visit) => {
        await tipStands(visit);
        const { x, y, width, height } = await visit.cairn.where(launcher);
        const press = () => visit.press(x + width / 2, y + height / 2);
        await visit.asks('awkward.cover()');
        await eventually(
          () => visit.asks<boolean>('awkward.rises >= 7'),
          async () => `The page had no need to fight: ${await visit.asks('awkward.rises')}`,
        );
        await visit.asks(ranFor(300));
        await press();
        await visit.asks(ranFor(300));
        expect(await visit.cairn.exists(panel)).toBe(false);
        await visit.asks('awkward.uncover()');
        await visit.cairn.click(launcher);
        await visit.cairn.find(panel);
        await visit.cairn.click(button('Close'));
        await controlWorks(visit);
      },
    },
    {
      page: 'form.html',
      does: 'a person fills in a form; two notices would fit, in two tabs',
      shown: 'silent until the form is sent; then one notice in one tab, and no other that day nor in the other tab',
      prove: capped,
    },
  ],
};

const panel = { role: 'dialog', name: 'Feedback and guides' };
const notice = (title: string) => ({ role: 'region', name: `News: ${title}` });
const [first, second] = [notice('Orders in one step'), notice('Orders by voice')];
/** A notice that is to be shown is shown within this time of a page's life. */
const PROMPT_WITHIN_MS = 3500;
const day = 24 * 60 * 60 * 1000;

async function capped(visit: ChromiumVisit): Promise<void> {
  const { page, cairn } = visit;
  await forgetPrompts(visit);
  await visit.go('/form.html');
  await page.getByLabel('Supplier').click();
  await page.keyboard.type('Acme');
  await page.getByRole('heading').click();
  await pageHasRun(page, PROMPT_WITHIN_MS);
  expect([await cairn.exists(first), await cairn.exists(second)]).toEqual([false, false]);
  await beaconStands(visit);
  await page.getByRole('button', { name: 'Approve order' }).click();
  await page.getByRole('heading').click();
  await cairn.find(first);
  await visit.shows('form-notice');
  const other = await page.context().newPage();
  await other.goto(page.url());
  const there = overlaySurface(other, 8000);
  await there.find(launcher);
  await pageHasRun(other, PROMPT_WITHIN_MS);
  expect([await there.exists(first), await there.exists(second)]).toEqual([false, false]);
  await other.close();
  await page.bringToFront();
  await page.reload();
  await cairn.find(first);
  await cairn.click(button('Dismiss'));
  await cairn.gone(first);
  await page.reload();
  await cairn.find(launcher);
  await pageHasRun(page, PROMPT_WITHIN_MS);
  expect([await cairn.exists(first), await cairn.exists(second)]).toEqual([false, false]);
  await sinceThen(visit, day);
  await page.reload();
  await cairn.find(second);
  await sinceThen(visit, day);
  await page.reload();
  await cairn.find(launcher);
  await pageHasRun(page, PROMPT_WITHIN_MS);
  expect(await cairn.exists(second)).toBe(false);
  await forgetPrompts(visit);
}

const forgetPrompts = async ({ worker }: ChromiumVisit) =>
  (await worker()).evaluate<void>('chrome.storage.local.remove("shownPrompts")');

/** The prompts that were shown were shown so much earlier. */
const sinceThen = async ({ worker }: ChromiumVisit, ms: number) =>
  (await worker()).evaluate<void>(`chrome.storage.local.get('shownPrompts').then(({ shownPrompts: { version, value } }) =>
    chrome.storage.local.set({ shownPrompts: { version, value: value.map((one) => ({ ...one, at: one.at - ${ms} })) } }))`);

async function pressOn(visit: Visit, id: string): Promise<void> {
  const box = await visit.asks<Awaited<ReturnType<typeof rect>>>(
    `(({ x, y, width, height }) => ({ x, y, width, height }))(document.getElementById('${id}').getBoundingClientRect())`,
  );
  await visit.press(box!.x + box!.width / 2, box!.y + box!.height / 2);
}
