import { expect } from 'vitest';
import { eventually } from '../harness/eventually.ts';
import { ranFor } from '../harness/page-has-run.ts';
import { waitForStepFound } from '../harness/wait-for-step-found.ts';
import { beacon, beaconStands, button, card, launcher, silent, step, tipStands, walkRuns } from './proofs.ts';
import type { Rows } from './rows.ts';

/** How a page is built: shadow roots, frames, dialogs, lists, routes. */
export const structure: Rows = {
  everywhere: [
    {
      page: 'shadow-open.html',
      does: 'open shadow roots, one in another, with slots',
      shown: 'tip and walkthrough stand beside the control inside',
      prove: async (visit) => {
        await tipStands(visit);
        await walkRuns(visit);
      },
    },
    {
      page: 'shadow-closed.html',
      does: 'closed shadow roots, one in another',
      shown: 'tip and walkthrough stand beside the control inside',
      prove: async (visit) => {
        await tipStands(visit);
        await walkRuns(visit);
      },
    },
    {
      page: 'dialog.html',
      does: 'native modal dialogs, open before and after us',
      shown: 'tip stands in the topmost dialog and can be pressed there; so it does in the first again',
      prove: async (visit) => {
        await tipStands(visit);
        await visit.asks('again.click()');
        await tipStands(visit);
        await visit.cairn.click(launcher);
        await visit.cairn.click(button('Close'));
        await visit.asks('document.querySelector("#close").click()');
        await tipStands(visit);
      },
    },
    {
      page: 'popover.html',
      does: 'popovers, open before and after us',
      shown: 'tip stands above the popover that opened last; pressing it leaves that open',
      prove: async (visit) => {
        await tipStands(visit);
        await visit.asks('more.click()');
        await tipStands(visit);
        expect(await visit.asks('late.matches(":popover-open")')).toBe(true);
        await visit.asks('late.hidePopover(), early.append(approve)');
        await tipStands(visit);
      },
    },
    {
      page: 'spa.html',
      does: 'routes by history and by hash, without page loads',
      shown: 'tip comes and goes with its route',
      prove: async (visit) => {
        await silent(visit, 'Releasing');
        await visit.asks('awkward.push("/spa/release")');
        await tipStands(visit, 'Releasing');
        await visit.asks('history.back()');
        await visit.cairn.gone(beacon('Releasing'));
        await visit.asks('void (location.hash = "#/release")');
        await tipStands(visit, 'Releasing');
        await visit.asks('awkward.push("/spa.html")');
        await visit.cairn.gone(beacon('Releasing'));
      },
    },
  ],
  chromium: [
    {
      page: 'frame-same.html',
      does: 'a frame in a frame, same origin; the inner one reloads',
      shown: 'tip and walkthrough stand over the frame; presses in it are heard; the tip stands again after the reload',
      prove: async (visit) => {
        await tipStandsInFrame(visit);
        await walkRuns(visit);
        await visit.asks('awkward.reload()');
        await eventually(
          () => visit.asks<boolean>('awkward.rect() !== null && awkward.pressedThere() === 0'),
          () => 'The frame does not come back',
        );
        await beaconStands(visit);
      },
    },
    {
      page: 'shadow-layers.html',
      does: 'a modal dialog and a popover in a closed shadow root, the control in their slot',
      shown: 'tip and walkthrough stand in the dialog, and feedback with them; pressing the tip leaves the popover open',
      prove: async (visit) => {
        await visit.asks('awkward.dialog(true)');
        await tipStands(visit);
        await walkRuns(visit);
        await visit.cairn.click(launcher);
        await visit.cairn.click(button('Close'));
        await visit.asks('awkward.dialog(false)');
        await silent(visit);
        await visit.asks('awkward.menu()');
        await tipStands(visit);
        expect(await visit.asks('awkward.isOpen()')).toBe(true);
      },
    },
    {
      page: 'dialog-redrawn.html',
      does: 'a modal dialog that draws its content anew again and again, and is taken away while open',
      shown: 'tip stays; Escape closes it and not the dialog; with the dialog away it stands on the page',
      prove: async (visit) => {
        for (let round = 0; round < 9; round++) {
          await visit.asks('awkward.draw()');
          await visit.asks(ranFor(60));
        }
        await tipStands(visit);
        await visit.cairn.click(beacon());
        await visit.cairn.find(card());
        await visit.key('Escape');
        await visit.cairn.gone(card());
        expect(await visit.asks('awkward.isOpen()')).toBe(true);
        await visit.asks('awkward.takeAway()');
        await tipStands(visit);
        await walkRuns(visit);
      },
    },
    {
      page: 'fullscreen.html',
      does: 'a part of the page fills the screen; what is outside of it is inert',
      shown: 'tip stands in it, and on the page again',
      prove: async (visit) => {
        await tipStands(visit);
        await visit.asks('full.requestFullscreen().then(() => 1)');
        await tipStands(visit);
        await visit.asks('document.exitFullscreen().then(() => 1)');
        await tipStands(visit);
      },
    },
    {
      page: 'frame-scaled.html',
      does: 'a frame of the same origin with a scale and a padding',
      shown: 'tip and walkthrough stand where the control is drawn',
      prove: async (visit) => {
        await tipStands(visit);
        await walkRuns(visit);
      },
    },
    {
      page: 'veils.html',
      does: 'a veil that fades by style alone, and a view transition',
      shown: 'nothing under the veil; the tip when it is gone, and again after the transition',
      prove: async (visit) => {
        await silent(visit);
        await tipStands(visit);
        await visit.asks('awkward.turn()');
        await visit.asks(ranFor(1200));
        await tipStands(visit);
      },
    },
    {
      page: 'focus-trap.html',
      does: 'a focus trap that captures: focus, presses and Tab are pulled back',
      shown: 'tip opens and closes by mouse and keyboard; the trap never fires while the person is with us',
      prove: async (visit) => {
        await tipStands(visit);
        const pulled = await visit.asks<number>('awkward.pulled');
        await visit.cairn.click(beacon());
        await visit.cairn.find(card());
        await visit.key('Tab');
        await visit.key('Tab');
        await visit.key('Escape');
        await visit.cairn.gone(card());
        expect(await visit.asks('awkward.pulled')).toBe(pulled);
      },
    },
    {
      page: 'inert.html',
      does: 'the control lies in an inert part',
      shown: 'nothing while it is inert, the tip as soon as it is not',
      prove: async (visit) => {
        await silent(visit);
        await visit.asks('void (document.querySelector("main").inert = false)');
        await tipStands(visit);
        await visit.asks('void (document.querySelector("main").inert = true)');
        await visit.cairn.gone(beacon());
      },
    },
    {
      page: 'virtual-list.html',
      does: 'a list that fills twelve rows anew as it scrolls',
      shown: 'tip goes with its row, is never on the button that took its place, and comes back',
      prove: async (visit) => {
        await tipStands(visit);
        await visit.asks('awkward.scroll(9000)');
        await silent(visit);
        await visit.asks('awkward.scroll(120)');
        await tipStands(visit);
      },
    },
    {
      page: 'grid.html',
      does: 'a grid of transformed cells that exist only while seen',
      shown: 'tip goes with its cell and comes back',
      prove: async (visit) => {
        await tipStands(visit);
        await visit.asks('awkward.scroll(2000)');
        await silent(visit);
        await visit.asks('awkward.scroll(30)');
        await tipStands(visit);
      },
    },
    {
      page: 'rerender.html',
      does: 'draws all of itself anew every 100 ms',
      shown: 'tip stands still and can be pressed; the walkthrough hears the press',
      prove: async (visit) => {
        await tipStands(visit);
        await walkRuns(visit);
      },
    },
    {
      page: 'moving.html',
      does: 'the control moves, grows, is covered, vanishes in the middle of a step',
      shown: 'follows it; silent while covered; the step says that it is not there any more',
      prove: async (visit) => {
        await tipStands(visit);
        await visit.asks('void awkward.move(420, 260)');
        await tipStands(visit);
        await visit.asks('void awkward.resize(260)');
        await tipStands(visit);
        await visit.asks('awkward.move(60, 140), awkward.cover(true)');
        await silent(visit);
        await visit.asks('awkward.cover(false)');
        await beaconStands(visit);
        await visit.cairn.click(beacon());
        await visit.cairn.click(button('Show me how'));
        await waitForStepFound(visit.cairn, step(1));
        await visit.asks('awkward.vanish()');
        await eventually(
          async () => /not on the page right now/.test(await visit.cairn.text()),
          () => visit.cairn.text(),
        );
        await visit.cairn.click(button('More choices'));
        await visit.cairn.click(button('Exit'));
        await visit.cairn.gone(step(1));
      },
    },
    {
      page: 'rewrites.html',
      does: 'document.open() writes the page anew, also while a tip lies open',
      shown: 'tip stands on the new page, once, and can be pressed there; so does the walkthrough',
      prove: async (visit) => {
        await tipStands(visit);
        await visit.asks('awkward.rewrite()');
        await tipStands(visit);
        await visit.cairn.click(beacon());
        await visit.cairn.find(card());
        await visit.asks('awkward.rewrite()');
        await tipStands(visit);
        await visit.asks('awkward.rewrite()');
        await walkRuns(visit);
        expect(await visit.asks('document.documentElement.children.length')).toBe(3);
      },
    },
    {
      page: 'xhtml.xhtml',
      does: 'a page of XML',
      shown: 'tip and walkthrough stand',
      prove: async (visit) => {
        await tipStands(visit);
        await walkRuns(visit);
      },
    },
  ],
};

/** The frame counts its own presses: it has a window of its own. */
async function tipStandsInFrame(visit: Parameters<typeof beaconStands>[0]): Promise<void> {
  await beaconStands(visit);
  await visit.cairn.click(beacon());
  await visit.cairn.find(card());
  const box = (await visit.asks<{ x: number; y: number; width: number; height: number }>('awkward.rect()'))!;
  const before = await visit.asks<number>('awkward.pressedThere()');
  await visit.press(box.x + box.width / 2, box.y + box.height / 2);
  expect(await visit.asks('awkward.pressedThere()')).toBe(before + 1);
  await visit.cairn.click(button('Close'));
  await visit.cairn.gone(card());
}
