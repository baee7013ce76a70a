import { AnswerForm } from './answer-form.tsx';
import { FeedbackChoices } from './feedback-choices.tsx';
import { FeedbackForm } from './feedback-form.tsx';
import type { FormProps } from './use-form-sender.ts';

/** The form that a ticket was given for: the choices of feedback, a comment on feedback, an answer to a question, or a note that the ticket has expired. */
export async function openFormPage(props: FormProps) {
  const opened = await props.ask('form.open', { key: props.ticket });
  return function FormPage() {
    if (!opened.ok) return <p class="soft">{props.t('formStale')}</p>;
    return (
      <>
        {props.sight.note.value && <p role="alert">{props.sight.note.value}</p>}
        {'choices' in opened ? (
          <FeedbackChoices {...props} />
        ) : 'title' in opened ? (
          <AnswerForm {...props} title={opened.title} />
        ) : (
          <FeedbackForm {...props} />
        )}
      </>
    );
  };
}
