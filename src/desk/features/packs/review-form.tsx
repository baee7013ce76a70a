import { useSignal } from '@preact/signals';
import { CommentField } from '../../kit/comment-field.tsx';
import type { LoadedDraft } from '../../kit/publishing-api.ts';
import type { Act } from '../../kit/use-act.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';

interface ReviewFormProps extends Pick<DeskDeps, 'hub'> {
  draft: LoadedDraft;
  act: Act;
}

/** Approves or returns a draft, for whoever wrote no part of it. */
export function ReviewForm({ draft, act, hub }: ReviewFormProps) {
  const comment = useSignal('');
  const isMissing = useSignal(false);
  if (!draft.mayApprove)
    return (
      <p class="page-note">
        You wrote a part of it or handed it in, so somebody else has to review it. Give them the address of this page.
      </p>
    );
  const text = comment.value.trim();
  const approve = () =>
    act.run(
      () => hub.publishing.approveDraft(draft, { contentHash: draft.contentHash, ...(text && { comment: text }) }),
      'Approved',
    );
  const giveBack = () => {
    isMissing.value = text === '';
    if (text) void act.run(() => hub.publishing.returnDraft(draft, text), 'Returned to its authors');
  };
  return (
    <>
      <p>Read what it changes below. Your approval holds for exactly this content; a later change ends it.</p>
      <CommentField
        id="review-comment"
        label="Comment (needed to return it)"
        maxLength={4000}
        comment={comment}
        fault={isMissing.value && 'Write what the authors should change.'}
      />
      <p class="button-row">
        <button type="button" class="button button-strong" onClick={approve}>
          Approve
        </button>
        <button type="button" class="button" onClick={giveBack}>
          Return with the comment
        </button>
      </p>
    </>
  );
}
