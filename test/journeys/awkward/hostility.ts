import { expect } from 'vitest';
import { eventually } from '../harness/eventually.ts';
import { ranFor } from '../harness/page-has-run.ts';
import type { ChromiumVisit } from './chromium-visit.ts';
import { beacon, button, card, controlWorks, launcher, tipStands, walkRuns } from './proofs.ts';
import type { Rows } from './rows.ts';
import type { Visit } from './visit.ts';

/** What a page does against strangers, on purpose or by its rules. */
export const hostility: Rows = {
  everywhere: [
    {
      page: 'csp.html',
      does: 'a strict Content Security Policy with Trusted Types',
      shown: 'tip and walkthrough stand, in their own looks',
      prove: async (visit) => {
        await tipStands(visit);
        const { width, height } = await visit.cairn.where(launcher);
        expect([Math.round(width), Math.round(height)]).toEqual([46, 46]);
        await walkRuns(visit);
      },
    },
  ],
  chromium: [
    {
      page: 'isolated.html',
      does: 'cross-origin isolated: embeds nothing without its leave',
      shown: 'tip and walkthrough stand; feedback is given in a window of its own, since the form’s frame is refused',
      prove: async (visit) => {
        expect(await visit.asks('crossOriginIsolated')).toBe(true);
        await both(visit);
        await visit.cairn.click(launcher);
        const opening = visit.page.context().waitForEvent('page');
        await visit.cairn.click(button('Give feedback in a separate window'));
        const form = await opening;
        await form.getByRole('button', { name: 'This works well' }).click();
        await form.getByLabel('Anything to add? (optional)').fill('In a window');
        await form.getByRole('button', { name: 'Send' }).click();
        await form.getByRole('status').getByText('Thank you').waitFor();
        await form.close();
      },
    },
    {
      page: 'css-all.html',
      does: '`* { all: unset !important }`',
      shown: 'tip and walkthrough stand, in their own looks',
      prove: both,
    },
    {
      page: 'css-display.html',
      does: '`display: none !important` for strangers',
      shown: 'tip and walkthrough stand',
      prove: both,
    },
    {
      page: 'backdrops.html',
      does: 'looks for every `::backdrop`; registered properties named like ours',
      shown: 'tip and walkthrough stand in their own looks, and the page in its own',
      prove: async (visit) => {
        const bare = await spot(visit, 700, 300);
        await both(visit);
        expect(await spot(visit, 700, 300)).toEqual(bare);
        await visit.cairn.click(beacon());
        const { x, y, width, height } = await visit.cairn.where(card());
        expect(await spot(visit, x + width - 12, y + height / 2)).not.toEqual(bare);
        await visit.asks('void document.body.style.setProperty("background", "rgb(200 0 0)")');
        expect(await spot(visit, x + width - 12, y + height / 2)).not.toEqual(await spot(visit, 700, 300));
      },
    },
    {
      page: 'removes-once.html',
      does: 'removes our element now and then',
      shown: 'it comes back',
      prove: async (visit) => {
        for (const _ of [1, 2, 3]) {
          await tipStands(visit);
          await visit.asks('awkward.tidy()');
        }
        await tipStands(visit);
        expect(await visit.asks('awkward.strangers().length')).toBe(1);
      },
    },
    {
      page: 'removes-always.html',
      does: 'removes our element whenever it comes',
      shown: 'we give way, and the page stays usable',
      prove: async (visit) => {
        await rests(visit, 'awkward.removed');
        expect(await visit.asks<number>('awkward.removed')).toBeLessThan(20);
        expect(await visit.asks('awkward.strangers().length')).toBe(0);
        await controlWorks(visit);
      },
    },
    {
      page: 'restyles.html',
      does: 'makes our element see-through, tiny, far away; hides it',
      shown: 'it is put right a few times, and then gives way',
      prove: async (visit) => {
        await tipStands(visit);
        for (const style of ['opacity: 0', 'transform: scale(0.01)']) {
          await visit.asks(`awkward.restyle("${style} !important")`);
          await tipStands(visit);
        }
        await visit.asks('awkward.hide()');
        await tipStands(visit);
        for (let round = 0; round < 10; round++) {
          await visit.asks('awkward.restyle("filter: blur(9px) !important")');
          await visit.asks(ranFor(40));
        }
        await visit.cairn.gone(launcher);
        expect(await visit.asks('awkward.strangers().length')).toBe(0);
        await controlWorks(visit);
      },
    },
    {
      page: 'covers.html',
      does: 'lays something see-through over everything, and fights for the top',
      shown: 'we rise above it, and are silent over what it covers; in a fight for the top we give way',
      prove: async (visit) => {
        await tipStands(visit);
        await visit.asks('awkward.cover()');
        await visit.cairn.gone(beacon());
        await visit.cairn.click(launcher);
        await visit.cairn.find({ role: 'dialog', name: 'Feedback and guides' });
        await visit.asks('awkward.uncover(), awkward.fight()');
        await rests(visit, 'awkward.rises');
        expect(await visit.asks<number>('awkward.rises')).toBeLessThan(60);
        await visit.asks('awkward.uncover()');
        await controlWorks(visit);
      },
    },
    {
      page: 'clones.html',
      does: 'clones our element, presses it and its copy by script',
      shown: 'a copy is empty, made-up presses do nothing, ours stands',
      prove: async (visit) => {
        await tipStands(visit);
        await visit.asks('awkward.clone()');
        expect(await visit.asks('awkward.presses()')).toBe(0);
        await visit.asks(ranFor(300));
        expect(await visit.cairn.exists(card())).toBe(false);
        await tipStands(visit);
      },
    },
    { page: 'built-ins.html', does: 'patched, missing and frozen built-ins', shown: 'tip and walkthrough stand', prove: both },
    {
      page: 'clobbered.html',
      does: 'forms and fields named like properties of documents, forms and nodes',
      shown: 'tip and walkthrough stand',
      prove: both,
    },
  ],
};

/** One pixel of what the person sees. */
const spot = ({ page }: ChromiumVisit, x: number, y: number) => page.screenshot({ clip: { x, y, width: 1, height: 1 } });

async function both(visit: Visit): Promise<void> {
  await tipStands(visit);
  await walkRuns(visit);
}

/** Waits until a count of the page's has stood still for a second: nobody fights any more. */
async function rests(visit: Visit, count: string): Promise<void> {
  const seen = { count: -1, since: Date.now() };
  await eventually(
    async () => {
      const now = await visit.asks<number>(count);
      if (now !== seen.count) Object.assign(seen, { count: now, since: Date.now() });
      return now > 0 && Date.now() - seen.since > 1000;
    },
    () => `${count} goes on: ${seen.count}`,
  );
}
