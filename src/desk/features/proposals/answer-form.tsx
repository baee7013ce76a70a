import { useSignal } from '@preact/signals';
import type { DeskProposalDetail } from '../../../model/hub-api/desk-proposals.ts';
import { Refusal } from '../../kit/refusal.tsx';
import { useAct } from '../../kit/use-act.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';

interface AnswerFormProps extends DeskDeps {
  detail: DeskProposalDetail;
  onAnswer: (isDone: boolean) => Promise<void>;
}

/** Returns or declines a proposal with a comment, which the colleague is shown. */
export function AnswerForm({ detail, onAnswer, ...desk }: AnswerFormProps) {
  const comment = useSignal('');
  const isMissing = useSignal(false);
  const act = useAct({ ...desk, onAnswer });
  const answer = (how: 'return' | 'decline', done: string) => {
    const text = comment.value.trim();
    isMissing.value = text === '';
    if (text) void act.run(() => desk.hub.proposals.answer(detail, how, text), done);
  };
  return (
    <section class="reason" aria-labelledby="answer-title">
      <h2 id="answer-title">Answer the colleague</h2>
      <label class="field" for="proposal-comment">
        Comment, which the colleague reads
      </label>
      <textarea
        id="proposal-comment"
        rows={3}
        maxLength={2000}
        aria-invalid={isMissing.value}
        aria-describedby="proposal-comment-fault"
        value={comment.value}
        onInput={({ currentTarget }) => {
          comment.value = currentTarget.value;
        }}
      />
      <p id="proposal-comment-fault" role="alert">
        {isMissing.value && 'Write what to change, or why not.'}
      </p>
      <p class="button-row">
        {detail.state === 'waiting' && (
          <button type="button" class="button" onClick={() => answer('return', 'Returned to the colleague')}>
            Return with the comment
          </button>
        )}
        <button type="button" class="button" onClick={() => answer('decline', 'Declined')}>
          Decline with the comment
        </button>
      </p>
      {act.failure.value && <Refusal failure={act.failure.value} />}
    </section>
  );
}
