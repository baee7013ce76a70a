import { useSignal } from '@preact/signals';
import type { StudioDraft } from '../../model/studio/studio-draft.ts';
import type { DraftSession } from './draft-session.ts';
import { ExportMenu } from './export-menu.tsx';
import { ProposeForm } from './propose-form.tsx';
import type { PublishDeps } from './publish-deps.ts';
import type { StudioBoard } from './studio-state.ts';

interface PublishViewProps extends PublishDeps {
  draft: StudioDraft;
  session: DraftSession;
  board: StudioBoard;
}

/** What is done with a draft that is written: try it here, propose it, take it elsewhere. */
export function PublishView(props: PublishViewProps) {
  const { draft, session, board, t } = props;
  const isProposing = useSignal(false);
  const isTrying = board.state.value?.trying === draft.id;
  const mayPropose = board.state.value?.may.propose === true && ['walkthrough', 'tip'].includes(draft.guide.kind);
  const hasFaults = session.faults.value.some(({ warning }) => !warning);
  const tryIt = async () => {
    if (await session.flush()) await board.tryOut(isTrying ? null : draft.id);
  };
  return (
    <section aria-labelledby="studio-publish">
      <h3 id="studio-publish">{t('studioPublish')}</h3>
      <div class="row">
        <button type="button" class={isTrying ? undefined : 'main'} onClick={() => void tryIt()}>
          {t(isTrying ? 'studioTryStop' : 'studioTry')}
        </button>
        {mayPropose && (
          <button
            type="button"
            aria-expanded={isProposing.value}
            aria-controls="studio-propose"
            onClick={() => {
              isProposing.value = !isProposing.value;
            }}
          >
            {t('studioPropose')}
          </button>
        )}
      </div>
      <p class="soft">{t(isTrying ? 'studioTrying' : 'studioTryWhat')}</p>
      {hasFaults && <p class="bad">{t('studioFaultsFirst')}</p>}
      <div id="studio-propose">
        {isProposing.value && mayPropose && (
          <ProposeForm
            {...props}
            done={() => {
              isProposing.value = false;
            }}
          />
        )}
      </div>
      <ExportMenu {...props} />
    </section>
  );
}
