import { useSignal } from '@preact/signals';
import type { DeskProposalDetail } from '../../../model/hub-api/desk-proposals.ts';
import { CommentField } from '../../kit/comment-field.tsx';
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
      <CommentField
        id="proposal-comment"
        label="Comment, which the colleague reads"
        maxLength={2000}
        comment={comment}
        fault={isMissing.value && 'Write what to change, or why not.'}
      />
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
