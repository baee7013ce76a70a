import { expect, test } from 'vitest';
import {
  isCancelName,
  type UndoableAct,
  undoneByBack,
  undoneByKey,
  undoneByLeaving,
} from '../../../src/studio/recorder/judge-undo.ts';

const acts: UndoableAct[] = [
  { id: 'menu', kind: 'click', at: 1000 },
  { id: 'edit', kind: 'click', at: 5000 },
  { id: 'name', kind: 'input', at: 6000 },
];

test('leaving a dialog takes back what opened it and all since', () => {
  expect(undoneByLeaving(acts, 7000, 'edit')).toEqual(['edit', 'name']);
  expect(undoneByLeaving(acts, 7000)).toEqual(['edit', 'name']);
});

test('after ten seconds nothing is taken back', () => {
  expect(undoneByLeaving(acts, 15_500, 'edit')).toEqual([]);
  expect(undoneByKey(acts, 17_000)).toEqual([]);
});

test('an act that was removed is not taken back once more', () => {
  expect(undoneByLeaving([{ id: 'a', kind: 'click', at: 1000, isRemoved: true }], 2000)).toEqual([]);
});

test('undoing by key takes back the entry that was last, and no press', () => {
  expect(undoneByKey(acts, 7000)).toEqual(['name']);
  expect(undoneByKey(acts.slice(0, 2), 7000)).toEqual([]);
});

test('going back takes back the act that led to the page', () => {
  expect(undoneByBack(acts, 7000, 'edit')).toEqual(['edit']);
  expect(undoneByBack(acts, 7000, undefined)).toEqual([]);
});

test.each(['Cancel', 'abbrechen', 'Annuler', 'Cancelar', 'キャンセル', 'إلغاء', ' Discard changes '])('%s takes back', (name) => {
  expect(isCancelName(name)).toBe(true);
});

test.each(['Cancel order', 'Close', 'Save', ''])('%s takes nothing back', (name) => {
  expect(isCancelName(name)).toBe(false);
});
