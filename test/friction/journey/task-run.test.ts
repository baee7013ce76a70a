import { expect, test } from 'vitest';
import { advanceRun, pauseRun, resumeRun, type TaskRun, type TaskVisit } from '../../../src/friction/journey/task-run.ts';

const task = { steps: ['check'], idle: 30 * 60_000 };
const at = (ms: number, route: string, more: Partial<TaskVisit> = {}): TaskVisit => ({
  at: ms,
  route,
  start: route === '/new',
  finish: route === '/done',
  abandon: route === '/list',
  steps: route === '/check' ? ['check'] : [],
  ...more,
});
type Deed = TaskVisit | { away: number } | { back: number };

function play(...deeds: Deed[]) {
  let run: TaskRun | null = null;
  const events: unknown[] = [];
  for (const deed of deeds) {
    if ('away' in deed) run = run && pauseRun(run, deed.away);
    else if ('back' in deed) run = run && resumeRun(run, deed.back);
    else {
      const judged = advanceRun(run, deed, task);
      run = judged.run;
      if (judged.ended) events.push([judged.ended.what, judged.ended.ms, ...judged.ended.skipped]);
      if (judged.started) events.push('started');
    }
  }
  return events;
}

test.each<[string, Deed[], unknown[]]>([
  ['done', [at(0, '/new'), at(5000, '/check'), at(9000, '/done')], ['started', ['finished', 9000]]],
  ['a step skipped', [at(0, '/new'), at(9000, '/done')], ['started', ['finished', 9000, 'check']]],
  ['given up', [at(0, '/new'), at(4000, '/list')], ['started', ['abandoned', 4000]]],
  ['never begun', [at(0, '/check'), at(9000, '/done'), at(9500, '/list')], []],
  [
    'begun again goes on',
    [at(0, '/new'), at(1000, '/new'), at(2000, '/check'), at(3000, '/done')],
    ['started', ['finished', 3000]],
  ],
  [
    'away does not count',
    [at(0, '/new'), { away: 1000 }, { back: 61_000 }, at(62_000, '/check'), at(63_000, '/done')],
    ['started', ['finished', 3000]],
  ],
  ['too long with nothing done', [at(0, '/new'), at(1000, '/check'), at(1_801_001, '/done')], ['started', ['abandoned', 1000]]],
  ['and then begun anew', [at(0, '/new'), at(1_800_001, '/new')], ['started', ['abandoned', 0], 'started']],
])('%s', (_, deeds, told) => {
  expect(play(...deeds)).toEqual(told);
});
