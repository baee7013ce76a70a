/**
 * A declared task from its start to its end.
 *
 * | what happens | then |
 * |---|---|
 * | a place of the start is reached | it begins; begun already, it goes on |
 * | the finish is reached | finished: time on task is the time with the app in front |
 * | a place of giving up is reached, or nothing is done for `idle` | abandoned |
 * | the person is away | the clock stands; at most `idle` counts at a time |
 * | finished without a mandatory step | that step was skipped |
 */
export interface TaskRun {
  startedAt: number;
  /** Time counted so far, and since when more is counted; null while away. */
  countedMs: number;
  countingSince: number | null;
  lastAt: number;
  route: string;
  steps: string[];
  routes: string[];
}

/** What a visit means for one task: which of its places it lies in. */
export interface TaskVisit {
  at: number;
  route: string;
  start: boolean;
  finish: boolean;
  abandon: boolean;
  steps: string[];
}
export interface TaskEnd {
  what: 'finished' | 'abandoned';
  ms: number;
  route: string;
  skipped: string[];
  routes: string[];
}
interface TaskVisitResult {
  run: TaskRun | null;
  started?: true;
  ended?: TaskEnd;
}

const MAX_ROUTES = 200;

export function advanceRun(
  run: TaskRun | null,
  visit: TaskVisit,
  task: { steps: readonly string[]; idle: number },
): TaskVisitResult {
  const lapsed = run && visit.at - run.lastAt > task.idle;
  if (lapsed) return { ...advanceRun(null, visit, task), ended: endRun(run, 'abandoned', run.lastAt) };
  if (!run) return visit.start ? { run: startRun(visit), started: true } : { run: null };
  const next = {
    ...run,
    lastAt: visit.at,
    countingSince: run.countingSince ?? visit.at,
    steps: [...new Set([...run.steps, ...visit.steps])],
    routes: [...run.routes, visit.route].slice(-MAX_ROUTES),
  };
  if (visit.finish) {
    const skipped = task.steps.filter((step) => !next.steps.includes(step));
    return { run: null, ended: { ...endRun(next, 'finished', visit.at), skipped } };
  }
  return visit.abandon ? { run: null, ended: endRun(next, 'abandoned', visit.at) } : { run: next };
}

const startRun = ({ at, route, steps }: TaskVisit): TaskRun => ({
  startedAt: at,
  countedMs: 0,
  countingSince: at,
  lastAt: at,
  route,
  steps,
  routes: [route],
});

/** The app is no longer in front, or it is again. */
export function pauseRun(run: TaskRun, at: number): TaskRun {
  return run.countingSince === null
    ? run
    : { ...run, countedMs: run.countedMs + at - run.countingSince, countingSince: null, lastAt: at };
}
export const resumeRun = (run: TaskRun, at: number): TaskRun => ({ ...run, countingSince: run.countingSince ?? at, lastAt: at });

function endRun(run: TaskRun, what: TaskEnd['what'], at: number): TaskEnd {
  const ms = run.countedMs + (run.countingSince === null ? 0 : Math.max(0, at - run.countingSince));
  return { what, ms, route: run.route, skipped: [], routes: run.routes };
}
