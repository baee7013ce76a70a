import type { StudioBoard } from './studio-state.ts';

/** Deletes a draft. The button that was pressed is gone afterwards, so that the heading of the list has the focus. */
export async function removeDraft(draft: string, board: Pick<StudioBoard, 'remove'>): Promise<void> {
  await board.remove(draft);
  document.getElementById('drafts')?.focus();
}
