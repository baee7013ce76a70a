import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import shapes from '../../assets/choice-shapes.json';
import { refusalText } from '../messaging/ask.ts';
import type { Choice } from '../model/entry/entry.ts';
import { on } from '../runtime/lifetime.ts';
import { FeedbackForm } from './feedback-form.tsx';
import type { FormProps } from './use-form-sender.ts';

const CHOICES: readonly Choice[] = ['slowed', 'confused', 'missing', 'idea', 'works'];

type ChoosingState =
  | { is: 'open' }
  | { is: 'sending' }
  | { is: 'failed'; choice: Choice; why: string }
  | { is: 'sent'; choice: Choice };

/** Five choices, one click each, and then room for a comment. The page around this frame cannot tell which one is pressed, or that one is. */
export function FeedbackChoices(props: FormProps) {
  const { ask, t, ticket, sight } = props;
  const state = useSignal<ChoosingState>({ is: 'open' });
  const choose = async (choice: Choice, press: MouseEvent) => {
    if (!(await sight.isSeen(press)) || state.value.is === 'sending') return;
    state.value = { is: 'sending' };
    const result = await ask('form.choose', { key: ticket, choice });
    state.value = result.ok ? { is: 'sent', choice } : { is: 'failed', choice, why: refusalText(result, t) };
  };
  useEscape(() => void ask('form.leave', { key: ticket }));
  const current = state.value;
  return (
    <div class="feedback">
      {current.is === 'open' && <Choices t={t} choose={choose} />}
      {current.is === 'sending' && <p role="status">{t('feedbackSending')}</p>}
      {current.is === 'failed' && <Failed {...current} t={t} choose={choose} />}
      {current.is === 'sent' && <Sent {...props} choice={current.choice} />}
    </div>
  );
}

function useEscape(leave: () => void): void {
  useLayoutEffect(() => {
    const lifetime = new AbortController();
    on(document, 'keydown', ({ key }) => key === 'Escape' && leave(), lifetime.signal);
    return () => lifetime.abort();
  }, []);
}

interface ChoiceProps extends Pick<FormProps, 't'> {
  choose: (choice: Choice, press: MouseEvent) => Promise<void>;
}

const Choices = ({ t, choose }: ChoiceProps) => (
  <>
    <h2>{t('feedbackTitle')}</h2>
    <ul class="choices">
      {CHOICES.map((choice) => (
        <li key={choice}>
          <button type="button" onClick={(press) => press.isTrusted && void choose(choice, press)}>
            <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
              <path d={shapes[choice]} />
            </svg>
            {t(`choice_${choice}`)}
          </button>
        </li>
      ))}
    </ul>
  </>
);

function Failed({ choice, why, t, choose }: ChoiceProps & { choice: Choice; why: string }) {
  return (
    <>
      <h2>{t('feedbackFailed')}</h2>
      <p role="alert">{why}</p>
      <button type="button" class="main" onClick={(press) => void choose(choice, press)}>
        {t('tryAgain')}
      </button>
    </>
  );
}

/** The button that was pressed is gone, so the focus goes to what has taken its place, and a screen reader reads it with what follows. */
function Sent({ choice, ...props }: FormProps & { choice: Choice }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useId();
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <h2 ref={heading} tabIndex={-1} aria-describedby={body}>
        {props.t('feedbackThanks')}
      </h2>
      <p id={body}>{props.t('feedbackThanksBody', props.t(`choice_${choice}`))}</p>
      <FeedbackForm {...props} />
    </>
  );
}
