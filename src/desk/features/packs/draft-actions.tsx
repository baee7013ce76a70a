import { useSignal } from '@preact/signals';
import { ConfirmButton } from '../../kit/confirm-button.tsx';
import { mayCall } from '../../kit/may-call.ts';
import type { LoadedDraft } from '../../kit/publishing-api.ts';
import { Refusal } from '../../kit/refusal.tsx';
import { useAct } from '../../kit/use-act.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { RouteLink } from '../../shell/route-link.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { ReviewForm } from './review-form.tsx';

interface DraftActionsProps extends DeskDeps {
  draft: LoadedDraft;
  onChanged: (isDone: boolean) => Promise<void>;
}

/** What this person may do with the draft in its state. */
export function DraftActions({ draft, onChanged, ...desk }: DraftActionsProps) {
  const act = useAct({ ...desk, onAnswer: onChanged });
  const { state, pack } = draft;
  const isPublishing = useSignal(false);
  const change = (action: 'submit' | 'withdraw' | 'discard', done: string) =>
    act.run(() => desk.hub.publishing.changeDraft(draft, action), done);
  const mayWrite = mayCall(desk, 'POST /desk/api/drafts/:id/submit');
  const mayPublish = mayCall(desk, 'POST /desk/api/drafts/:id/publish');
  if (state === 'published')
    return (
      <p class="page-note">
        It is published.{' '}
        <RouteLink to={{ view: 'packs', pack }} router={desk.router}>
          Releases of <bdi>{pack}</bdi>
        </RouteLink>
      </p>
    );
  if (state === 'discarded' || !mayWrite) return null;
  return (
    <section class="draft-actions" aria-label="Review">
      {state === 'in-review' && <ReviewForm draft={draft} act={act} {...desk} />}
      {state === 'approved' && !mayPublish && <p class="quiet">A publisher or an admin publishes it.</p>}
      <p class="button-row">
        {state === 'draft' && (
          <button type="button" class="button button-strong" onClick={() => change('submit', 'Handed in for review')}>
            Hand in for review
          </button>
        )}
        {state === 'approved' && mayPublish && (
          <button
            type="button"
            class="button button-strong"
            onClick={() => {
              isPublishing.value = true;
            }}
          >
            Publish…
          </button>
        )}
        {state !== 'draft' && (
          <button type="button" class="button" onClick={() => change('withdraw', 'Withdrawn')}>
            Withdraw
          </button>
        )}
        <ConfirmButton label="Discard" confirmLabel="Discard for good" onConfirm={() => change('discard', 'Discarded')} />
      </p>
      {act.failure.value && <Refusal failure={act.failure.value} />}
      {isPublishing.value && (
        <PublishDialog
          draft={draft}
          onClose={() => {
            isPublishing.value = false;
          }}
          onPublished={() => onChanged(true)}
          {...desk}
        />
      )}
    </section>
  );
}
