import { stepCard } from './play-opening.ts';
import type { DemoStage } from './stage.ts';
import type { Recording } from './start-recording.ts';

const COMMENT = 'Sample comment: a filter by supplier would help here.';

/** One click of feedback in the middle of the walkthrough, a comment after it, and both in the inbox. */
export async function playFeedback({ scene }: Recording, { app, desk, overlay, form }: DemoStage): Promise<void> {
  const rows = desk.getByRole('list', { name: 'Feedback, most important first' }).getByRole('listitem');

  await scene('the feedback button: five choices, and what goes with them', async () => {
    await overlay.click({ role: 'button', name: 'Cairn: feedback and guides' });
    await overlay.find({ role: 'button', name: 'This confused me' });
    return app;
  });

  await scene('one click is the whole act', async () => {
    await overlay.click({ role: 'button', name: 'Something is missing' });
    await overlay.find({ role: 'heading', name: 'Thank you' });
    return app;
  });

  await scene('it is in the inbox within seconds: app, page, control, guide and step, and nobody’s name', async () => {
    await desk.bringToFront();
    await rows.filter({ hasText: 'Something is missing' }).first().getByRole('link').click();
    const read = desk.getByRole('region', { name: 'Open item' });
    for (const text of [
      'Something is missing',
      '/products/*',
      'searchbox Search',
      'Check what a customer ordered',
      'Find the product',
      'no name given',
    ])
      await read.getByText(text).first().waitFor();
    return desk;
  });

  await scene('a comment follows, typed in a frame that the page cannot listen to', async () => {
    await app.bringToFront();
    await form.type({ role: 'textbox', name: 'Anything to add? (optional)' }, COMMENT);
    return app;
  });

  await scene('the comment is in the inbox, too', async () => {
    await form.click({ role: 'button', name: 'Send' });
    await desk.bringToFront();
    await desk.getByRole('button', { name: 'New feedback — show' }).click();
    await desk.getByText(COMMENT).first().waitFor();
    return desk;
  });

  await scene('the walkthrough is where it was', async () => {
    await app.bringToFront();
    await overlay.click({ role: 'button', name: 'Close' });
    await overlay.find(stepCard(5));
    return app;
  });
}
