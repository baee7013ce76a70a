import type { StudioDraftRow } from '../../messaging/studio-messages.ts';
import type { Translate } from '../../runtime/translate.ts';
import { ConfirmButton } from '../confirm-button.tsx';
import { formatMoment } from '../format-time.ts';
import { removeDraft } from './remove-draft.ts';
import type { OwnProposalRow, StudioBoard } from './studio-state.ts';

interface DraftListProps {
  board: StudioBoard;
  t: Translate;
  now: number;
  open(draft: string): void;
}

/** The drafts of this browser, the last changed first. */
export function DraftList({ board, t, now, open }: DraftListProps) {
  const drafts = board.drafts.value;
  if (!drafts) return <p>{t('loading')}</p>;
  if (drafts.length === 0) return <p class="soft">{t('studioNoDrafts')}</p>;
  const sorted = drafts.toSorted((one, other) => other.changedAt - one.changedAt);
  return (
    <ul class="drafts">
      {sorted.map((draft) => (
        <li key={draft.id} class="draft">
          <button type="button" id={`draft-${draft.id}`} class="draft-open" onClick={() => open(draft.id)}>
            <span class="title" dir="auto">
              {draft.title}
            </span>
            <span class="soft">{factsOf(draft, board.proposals.value, t, now)}</span>
          </button>
          <DraftActions draft={draft} board={board} t={t} />
        </li>
      ))}
    </ul>
  );
}

function factsOf(
  { kind, steps, changedAt, proposal }: StudioDraftRow,
  proposals: readonly OwnProposalRow[],
  t: Translate,
  now: number,
): string {
  const proposed = proposals.find(({ id }) => id === proposal);
  return [
    t(`draftKind_${kind}`),
    ...(kind === 'walkthrough' ? [t('studioSteps', steps)] : []),
    t('studioChanged', formatMoment(changedAt, now)),
    ...(proposed ? [t(`proposalState_${proposed.state}`)] : []),
  ].join(' · ');
}

function DraftActions({ draft, board, t }: { draft: StudioDraftRow; board: StudioBoard; t: Translate }) {
  const state = board.state.value;
  return (
    <div class="row">
      {draft.kind === 'walkthrough' && state?.may.record && !state.recording && (
        <button
          type="button"
          class="quiet"
          aria-label={t('studioResumeNamed', draft.title)}
          onClick={() => void board.record(draft.id)}
        >
          {t('studioResume')}
        </button>
      )}
      <ConfirmButton
        t={t}
        label={t('studioDelete')}
        accessibleName={t('studioDeleteNamed', draft.title)}
        confirmText={() => t('studioDeleteSure', draft.title)}
        act={() => removeDraft(draft.id, board)}
      />
    </div>
  );
}
