import { expect, test } from 'vitest';
import { type ChecklistItem, doneItems } from '../../../src/model/pack/checklist.ts';

const item = (over: Partial<ChecklistItem>): ChecklistItem => ({ id: 'one', title: 'One', ...over });

test.each<[string, ChecklistItem, boolean]>([
  ['a finished walkthrough', item({ opens: 'finished' }), true],
  ['an unfinished walkthrough', item({ opens: 'other' }), false],
  ['a finished task', item({ task: 'finished' }), true],
  ['an unfinished task, though its walkthrough is finished', item({ task: 'other', opens: 'finished' }), false],
  ['a finished task with its walkthrough never seen', item({ task: 'finished', opens: 'other' }), true],
  ['an unfinished task, though its link was opened', item({ id: 'opened', task: 'other', link: '/x' }), false],
  ['an opened link', item({ id: 'opened', link: '/x' }), true],
  ['a link not opened', item({ id: 'other', link: '/x' }), false],
])('a checklist item with %s is done or not as expected', (_, one, done) => {
  const facts = {
    isFinished: (guide: string) => guide === 'finished',
    isTaskDone: (task: string) => task === 'finished',
    isOpened: (id: string) => id === 'opened',
  };
  expect(doneItems({ items: [one] }, facts)).toEqual(done ? [one.id] : []);
});
