import { expect } from 'vitest';
import { eventually } from '../harness/eventually.ts';
import { ranFor } from '../harness/page-has-run.ts';
import { waitForStepFound } from '../harness/wait-for-step-found.ts';
import type { ChromiumVisit } from './chromium-visit.ts';
import { beacon, beaconStands, button, controlWorks, silent, step, tipStands, walkRuns } from './proofs.ts';
import type { Rows } from './rows.ts';

/** What becomes of a page after it has loaded: taken over, translated, moved to another window. */
export const lifecycle: Rows = {
  everywhere: [],
  chromium: [
    {
      page: 'translated.html',
      does: 'the browser translates the page, in a tip and in a step',
      shown: 'tip and step stay at their control',
      prove: async (visit) => {
        await tipStands(visit);
        await visit.asks('awkward.changeTexts()');
        await tipStands(visit);
        await visit.go('/translated.html');
        await visit.cairn.click(beacon());
        await visit.cairn.click(button('Show me how'));
        await waitForStepFound(visit.cairn, step(1));
        await visit.asks('awkward.translate()');
        await visit.asks(ranFor(2500));
        await waitForStepFound(visit.cairn, step(1));
        await controlWorks(visit);
        await visit.cairn.find(step(2));
        await visit.cairn.click(button('Exit'));
        await visit.cairn.gone(step(2));
      },
    },
    {
      page: 'hydrated.html',
      does: 'React 18 hydrates the whole document, two seconds after it has loaded',
      shown: 'no error, the field keeps its text and the focus; tip and walkthrough stand afterwards',
      prove: async (visit) => {
        await visit.asks(`awkward.note = note, note.focus(), document.execCommand('insertText', false, 'early')`);
        await eventually(
          () => visit.asks<boolean>('awkward.isHydrated === true'),
          () => 'React has not hydrated the page',
        );
        const kept = `[awkward.errors, awkward.note.isConnected && awkward.note.value, document.activeElement === awkward.note]`;
        expect(await visit.asks(kept)).toEqual([[], 'early', true]);
        await tipStands(visit);
        await walkRuns(visit);
        expect(await visit.asks(kept)).toEqual([[], 'early', false]);
      },
    },
    {
      page: 'replaced.html',
      does: 'replaces its body, and its document element',
      shown: 'tip and walkthrough stand on the new one',
      prove: async (visit) => {
        await tipStands(visit);
        await visit.asks('awkward.replaceBody()');
        await tipStands(visit);
        await visit.asks('awkward.replaceAll()');
        await tipStands(visit);
        await walkRuns(visit);
      },
    },
    {
      page: 'pops-out.html',
      does: 'moves the control to another window and back, in a tip and in a step',
      shown:
        'nothing in the main window but the word that it is in another; presses there count; the tip is back with the control',
      prove: popsOut,
    },
    {
      page: 'picture-in-picture.html',
      does: 'moves the control to a picture-in-picture window and back, in a tip and in a step',
      shown:
        'nothing in the main window but the word that it is in another; presses there count; the tip is back with the control',
      prove: popsOut,
    },
  ],
};

async function popsOut(visit: ChromiumVisit): Promise<void> {
  await tipStands(visit);
  await visit.asks('awkward.popOut()');
  await visit.page.bringToFront();
  await silent(visit);
  await visit.asks('awkward.popIn()');
  await beaconStands(visit);
  await visit.cairn.click(beacon());
  await visit.cairn.click(button('Show me how'));
  await waitForStepFound(visit.cairn, step(1));
  const opened = visit.page.context().waitForEvent('page');
  await visit.asks('awkward.popOut()');
  const other = await opened;
  await visit.page.bringToFront();
  await eventually(
    async () => /in another window/.test(await visit.cairn.text()),
    () => visit.cairn.text(),
  );
  await other.bringToFront();
  await other.locator('#approve').click();
  await visit.page.bringToFront();
  await visit.cairn.find(step(2));
}
