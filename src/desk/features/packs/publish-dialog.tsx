import { useSignal } from '@preact/signals';
import type { LoadedDraft } from '../../kit/publishing-api.ts';
import { Refusal } from '../../kit/refusal.tsx';
import { useAct } from '../../kit/use-act.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { Modal } from './modal.tsx';
import { ReachFields } from './reach-fields.tsx';
import { EVERYBODY, readReach } from './typed-reach.ts';

interface PublishDialogProps extends DeskDeps {
  draft: LoadedDraft;
  onClose: () => void;
  onPublished: () => Promise<void>;
}

/** Asks to whom an approved draft goes, and publishes it. */
export function PublishDialog({ draft, onClose, onPublished, ...desk }: PublishDialogProps) {
  const reach = useSignal(EVERYBODY);
  const fault = useSignal<string | null>(null);
  const act = useAct({ ...desk, onAnswer: async () => undefined });
  async function publish(): Promise<void> {
    const read = readReach(reach.value);
    fault.value = typeof read === 'string' ? read : null;
    if (typeof read === 'string') return;
    const done = `Version ${draft.version} of ${draft.pack} is published`;
    if (!(await act.run(() => desk.hub.publishing.publishDraft(draft, read), done))) return;
    onClose();
    await onPublished();
  }
  return (
    <Modal id="publish-draft-title" title={`Publish version ${draft.version} of ${draft.pack}`} onClose={onClose}>
      <p>
        The hub signs what was approved and offers it to these browsers. A share can be widened later, and a roll-out stopped.
      </p>
      <ReachFields reach={reach} id="publish" />
      <p role="alert">{fault.value}</p>
      {act.failure.value && <Refusal failure={act.failure.value} />}
      <p class="button-row">
        <button type="button" class="button button-strong" aria-disabled={act.isBusy.value} onClick={publish}>
          Publish
        </button>
        <button type="button" class="button" onClick={onClose}>
          Cancel
        </button>
      </p>
    </Modal>
  );
}
