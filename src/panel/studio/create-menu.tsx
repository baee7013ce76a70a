import type { Translate } from '../../runtime/translate.ts';
import { LossList } from './loss-list.tsx';
import type { DraftKind, StudioBoard } from './studio-state.ts';

const KINDS: readonly DraftKind[] = ['walkthrough', 'tip', 'notice', 'checklist', 'question'];

interface CreateMenuProps {
  board: StudioBoard;
  t: Translate;
  open(draft: string): void;
}

/** Writing a guide of any kind without recording it, and reading one from a file. */
export function CreateMenu({ board, t, open }: CreateMenuProps) {
  const openIfDone = (id: string | undefined) => {
    if (id !== undefined) open(id);
  };
  const importFile = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (!file) return;
    const id = await board.importText(await file.text());
    input.value = '';
    // What was left out is read first.
    if (board.losses.value.length === 0) openIfDone(id);
  };
  return (
    <details class="create">
      <summary>{t('studioCreate')}</summary>
      <div class="row">
        {KINDS.map((kind) => (
          <button type="button" key={kind} onClick={() => void board.create(kind).then(openIfDone)}>
            {t(`draftKind_${kind}`)}
          </button>
        ))}
      </div>
      <label class="field">
        {t('studioImport')}
        <input type="file" accept=".json,application/json" onChange={({ currentTarget }) => void importFile(currentTarget)} />
      </label>
      <LossList losses={board.losses.value} t={t} />
    </details>
  );
}
