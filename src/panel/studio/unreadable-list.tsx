import type { Translate } from '../../runtime/translate.ts';
import { ConfirmButton } from '../confirm-button.tsx';
import { removeDraft } from './remove-draft.ts';
import type { StudioBoard } from './studio-state.ts';

/** Drafts that cannot be read any more, as after damage to the disk: each with the reason, to be deleted. */
export function UnreadableList({ board, t }: { board: StudioBoard; t: Translate }) {
  const unreadable = board.unreadable.value;
  if (unreadable.length === 0) return null;
  const title = t('studioUnreadable');
  return (
    <ul class="drafts">
      {unreadable.map(({ id, why }) => (
        <li key={id} class="draft">
          <p class="bad">{title}</p>
          <p class="soft" lang="en" dir="ltr">
            {why}
          </p>
          <div class="row">
            <ConfirmButton
              t={t}
              label={t('studioDelete')}
              accessibleName={t('studioDeleteNamed', title)}
              confirmText={() => t('studioDeleteSure', title)}
              act={() => removeDraft(id, board)}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
