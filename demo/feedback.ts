import { expectThat } from './expect-that.ts';
import { stepCard } from './opening.ts';
import type { Recording } from './record.ts';
import type { Stage } from './stage.ts';

const WORDS = 'Sample words: the price per box would help here, too.';

/** One click of feedback at the last step, words after it, and both in the backlog. */
export async function playFeedback({ scene }: Recording, { app, desk, overlay, form }: Stage): Promise<void> {
  const rows = desk.getByRole('list', { name: 'Feedback, newest first' }).getByRole('listitem');

  await scene('the feedback button: five choices, and what goes with them', async () => {
    await overlay.click({ role: 'button', name: 'Cairn: feedback and guides' });
    await overlay.find({ role: 'button', name: 'This confused me' });
    return app;
  });

  const before = await rows.count();
  await scene('one click is the whole act', async () => {
    await overlay.click({ role: 'button', name: 'Something is missing' });
    await overlay.find({ role: 'heading', name: 'Thank you' });
    return app;
  });

  await scene('it is in the backlog within seconds: app, page, control, guide and step, and nobody’s name', async () => {
    await desk.bringToFront();
    await desk.getByRole('button', { name: /show$/ }).or(rows.first()).first().waitFor();
    const arrived = desk.getByRole('button', { name: /show$/ });
    if (await arrived.isVisible()) await arrived.click();
    await expectThat((await rows.count()) > before, 'the backlog has one piece more');
    await rows.first().getByRole('link').click();
    const read = desk.getByRole('region', { name: 'Feedback being read' });
    for (const said of [
      'Something is missing',
      '/products/*',
      'columnheader Price',
      'Check what a customer ordered',
      'Compare the price',
      'no name given',
    ])
      await read.getByText(said).first().waitFor();
    return desk;
  });

  await scene('words follow, typed in a frame that the page cannot listen to', async () => {
    await app.bringToFront();
    await form.type({ role: 'textbox', name: 'Add words, if you like' }, WORDS);
    return app;
  });

  await scene('the words are in the backlog, too', async () => {
    await form.click({ role: 'button', name: 'Send words' });
    await desk.bringToFront();
    await desk.getByText(WORDS).first().waitFor();
    return desk;
  });

  await scene('the walkthrough has come to its end', async () => {
    await app.bringToFront();
    await overlay.click({ role: 'button', name: 'Close' });
    await overlay.find(stepCard(6));
    await overlay.click({ role: 'button', name: 'Finish' });
    await overlay.find({ role: 'heading', name: 'Done' });
    return app;
  });
}
