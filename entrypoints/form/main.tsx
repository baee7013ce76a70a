import { render } from 'preact';
import { isUnanswered } from '../../src/messaging/ask.ts';
import { AnswerForm } from '../../src/panel/answer-form.tsx';
import { createForm } from '../../src/panel/form-view.tsx';
import { ownPage } from '../status/own-page.ts';

const { ask, say, main } = await ownPage();
document.title = say('formName');
const ticket = location.hash.slice(1);
const opened = await ask('form.open', { key: ticket });
if (opened && !isUnanswered(opened) && 'title' in opened)
  render(<AnswerForm ask={ask} ticket={ticket} title={opened.title} say={say} />, main);
else {
  const Form = createForm(ask, ticket, say);
  render(<Form />, main);
}
