import type { ActKind } from '../../model/studio/observed-act.ts';

/** An act as far as undoing is concerned. */
export interface UndoableAct {
  id: string;
  kind: ActKind;
  at: number;
  isRemoved?: boolean;
}

/** Whoever takes something back does so soon. */
const UNDO_MS = 10_000;
/** Cancel, discard and the like, in the languages of the interface. */
const CANCEL =
  /^(cancel|discard( changes)?|undo|abort|dismiss|abbrechen|verwerfen|rückgängig( machen)?|annuler|abandonner|cancelar|descartar|deshacer|キャンセル|取り消し?|破棄|元に戻す|إلغاء|تراجع|تجاهل)$/i;

export const isCancelName = (name: string): boolean => CANCEL.test(name.trim());

const recent = (acts: readonly UndoableAct[], now: number) =>
  acts.filter(({ at, isRemoved }) => !isRemoved && now - at <= UNDO_MS);

/**
 * The acts that leaving a dialog or menu takes back: the one that opened it, and all since.
 *
 * @param opener the act that opened it; without one, the last that may have
 */
export function undoneByLeaving(acts: readonly UndoableAct[], now: number, opener?: string): string[] {
  const all = recent(acts, now);
  const from = opener ? all.findIndex(({ id }) => id === opener) : all.findLastIndex(({ kind }) => kind !== 'input');
  return from < 0 ? [] : all.slice(from).map(({ id }) => id);
}

/** The act that undoing a text takes back: the last entry, if it was the last thing that was done. */
export function undoneByKey(acts: readonly UndoableAct[], now: number): string[] {
  const last = recent(acts, now).at(-1);
  return last?.kind === 'input' ? [last.id] : [];
}

/** The act that going back takes back: the one that led to the page. */
export const undoneByBack = (acts: readonly UndoableAct[], now: number, ledHere: string | undefined): string[] =>
  recent(acts, now)
    .filter(({ id }) => id === ledHere)
    .map(({ id }) => id);
