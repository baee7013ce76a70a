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
type Action = TaskVisit | { away: number } | { back: number };

function play(...actions: Action[]) {
  let run: TaskRun | null = null;
  const events: unknown[] = [];
  for (const action of actions) {
    if ('away' in action) run = run && pauseRun(run, action.away);
    else if ('back' in action) run = run && resumeRun(run, action.back);
    else {
      const result = advanceRun(run, action, task);
      run = result.run;
      if (result.ended) events.push([result.ended.what, result.ended.ms, ...result.ended.skipped]);
      if (result.started) events.push('started');
    }
  }
  return events;
}

test.each<[string, Action[], unknown[]]>([
  ['finished', [at(0, '/new'), at(5000, '/check'), at(9000, '/done')], ['started', ['finished', 9000]]],
  ['finished with a step skipped', [at(0, '/new'), at(9000, '/done')], ['started', ['finished', 9000, 'check']]],
  ['abandoned where the task says so', [at(0, '/new'), at(4000, '/list')], ['started', ['abandoned', 4000]]],
  ['never started', [at(0, '/check'), at(9000, '/done'), at(9500, '/list')], []],
  [
    'visiting the start again continues the run',
    [at(0, '/new'), at(1000, '/new'), at(2000, '/check'), at(3000, '/done')],
    ['started', ['finished', 3000]],
  ],
  [
    'time away is not counted',
    [at(0, '/new'), { away: 1000 }, { back: 61_000 }, at(62_000, '/check'), at(63_000, '/done')],
    ['started', ['finished', 3000]],
  ],
  [
    'abandoned after too long without an action',
    [at(0, '/new'), at(1000, '/check'), at(1_801_001, '/done')],
    ['started', ['abandoned', 1000]],
  ],
  [
    'abandoned after too long, then started again',
    [at(0, '/new'), at(1_800_001, '/new')],
    ['started', ['abandoned', 0], 'started'],
  ],
])('a task run: %s', (_, actions, events) => {
  expect(play(...actions)).toEqual(events);
});
