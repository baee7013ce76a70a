import { render } from 'preact';
import { AnswerForm } from '../../src/panel/answer-form.tsx';
import { openExtensionPage } from '../../src/panel/extension-page.ts';
import { createFeedbackForm } from '../../src/panel/feedback-form.tsx';

const { ask, t, main } = await openExtensionPage();
document.title = t('formName');
const ticket = location.hash.slice(1);
const opened = await ask('form.open', { key: ticket });
if (opened.ok && 'title' in opened) render(<AnswerForm ask={ask} ticket={ticket} title={opened.title} t={t} />, main);
else {
  const FeedbackForm = createFeedbackForm(ask, ticket, t);
  render(<FeedbackForm />, main);
}
