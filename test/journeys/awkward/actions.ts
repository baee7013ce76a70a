import { expect } from 'vitest';
import { eventually } from '../harness/eventually.ts';
import { waitForStepFound } from '../harness/wait-for-step-found.ts';
import type { ChromiumVisit } from './chromium-visit.ts';
import { beacon, button, launcher, step } from './proofs.ts';
import type { Rows } from './rows.ts';
import { rect, type Visit } from './visit.ts';

/** What people do in a step: presses, entries, and controls that come and go by them. */
export const actions: Rows = {
  everywhere: [
    {
      page: 'press-through.html',
      does: 'lets presses go through a field to the box around it',
      shown: 'the step hears a press in the middle of the field',
      prove: async (visit) => {
        await begin(visit, 'Choose an account');
        await pressControl(visit);
        await visit.cairn.find(step(2));
        await end(visit);
      },
    },
    {
      page: 'under-drawer.html',
      does: 'lays a drawer over the control, and scrolls it away',
      shown: 'the step says that something is in front of it; it offers to scroll only where that helps',
      prove: async (visit) => {
        await visit.cairn.click(beacon());
        await visit.cairn.click(button('Show me how'));
        await waitForStepFound(visit.cairn, step(1));
        await visit.asks('void (drawer.hidden = false)');
        await says(visit, 'Something else is in front of it.');
        expect(await visit.cairn.exists(button('Scroll to it'))).toBe(false);
        await visit.asks('drawer.hidden = true, scrollTo(0, 2000)');
        await visit.cairn.click(button('Scroll to it'));
        await eventually(
          () => visit.asks<boolean>('scrollY < 1000'),
          () => 'It was not scrolled to',
        );
        await end(visit);
      },
    },
  ],
  chromium: [
    {
      page: 'pointerdown.html',
      does: 'acts when the pointer goes down, or on a key, and lets the page take no presses then',
      shown: 'the step hears the press by mouse, touch and keyboard',
      prove: async (visit) => {
        for (const press of [pressControl, tapControl, enterOnControl]) {
          await visit.cairn.click(beacon());
          await visit.cairn.click(button('Show me how'));
          await waitForStepFound(visit.cairn, step(1));
          await press(visit);
          await visit.cairn.find(step(2));
          await end(visit);
          await visit.asks('awkward.close()');
        }
      },
    },
    {
      page: 'component-field.html',
      does: 'a field in the closed shadow root of a custom element',
      shown: 'the step is complete when the field is left after a change',
      prove: async (visit) => {
        await begin(visit, 'Name an account');
        await pressControl(visit);
        await visit.page.keyboard.type('Travel');
        await visit.key('Tab');
        await visit.cairn.find(step(2));
        await end(visit);
      },
    },
    {
      page: 'cell-editor.html',
      does: 'takes a field away in the key by which it is left',
      shown: 'the step has its button Next, or is complete, and never says that the field is not on the page',
      prove: async (visit) => {
        await begin(visit, 'Check an account');
        await pressControl(visit);
        await visit.key('Tab');
        await says(visit, 'This is no longer on the page. If you are done, continue.');
        await visit.cairn.click(button('Next'));
        await visit.cairn.find(step(2));
        await end(visit);
        await visit.asks('awkward.edit()');
        await begin(visit, 'Name an account');
        await pressControl(visit);
        await visit.page.keyboard.type('Travel');
        await visit.key('Tab');
        await visit.cairn.find(step(2));
        await end(visit);
      },
    },
    {
      page: 'form-gone.html',
      does: 'a form that a reload closes, or that a slow page shows late',
      shown: 'the walkthrough goes back to the step that opens it, and says why; it goes on by itself once a late form is there',
      prove: async (visit) => {
        await begin(visit, 'Create an account');
        await pressControl(visit);
        await waitForStepFound(visit.cairn, step(2));
        await visit.page.reload();
        await says(visit, 'This form was closed. Open it again.');
        await waitForStepFound(visit.cairn, step(1));
        await visit.asks('form.hidden = false');
        await waitForStepFound(visit.cairn, step(2));
        await visit.page.reload();
        await says(visit, 'This form was closed. Open it again.');
        await waitForStepFound(visit.cairn, step(1));
        await pressControl(visit);
        await waitForStepFound(visit.cairn, step(2));
        await end(visit);
      },
    },
  ],
};

async function begin(visit: Visit, title: string): Promise<void> {
  await visit.cairn.click(launcher);
  await visit.cairn.click(button(title));
  await waitForStepFound(visit.cairn, step(1));
}

async function end(visit: Visit): Promise<void> {
  await visit.cairn.click(button('Exit'));
  await visit.cairn.gone({ role: 'dialog', name: /step \d of/ });
}

const says = (visit: Visit, words: string) =>
  eventually(
    async () => (await visit.cairn.text()).includes(words),
    async () => `Not said: ${words}. Said: ${await visit.cairn.text()}`,
  );

async function middle(visit: Visit) {
  const { x, y, width, height } = (await rect(visit))!;
  return { x: x + width / 2, y: y + height / 2 };
}

async function pressControl(visit: Visit): Promise<void> {
  const { x, y } = await middle(visit);
  await visit.press(x, y);
}

async function tapControl(visit: ChromiumVisit): Promise<void> {
  await visit.devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [await middle(visit)] });
  await visit.devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

async function enterOnControl(visit: ChromiumVisit): Promise<void> {
  await visit.asks('approve.focus()');
  await visit.page.keyboard.press('Enter');
}
