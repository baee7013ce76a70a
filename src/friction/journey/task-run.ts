/**
 * One run of a declared task, from its start to its end.
 *
 * | event | result |
 * |---|---|
 * | the start is visited | the run starts; if it has started, it continues |
 * | the finish is visited | finished: time on task is the time with the app in front |
 * | an `abandon` place is visited, or nothing is done for `idle` | abandoned |
 * | the person is away | the time is not counted; at most `idle` counts at a time |
 * | finished without a mandatory step | that step was skipped |
 */
export interface TaskRun {
  startedAt: number;
  /** Time counted so far. */
  countedMs: number;
  /** Since when more time is counted; null while the person is away. */
  countingSince: number | null;
  /** When the person last did something. */
  lastAt: number;
  /** Where it started. */
  route: string;
  /** Ids of the steps that were visited. */
  steps: string[];
  /** All visited routes, in order. */
  routes: string[];
}

/** A visit as one task sees it: in which of its places it is. */
export interface TaskVisit {
  at: number;
  route: string;
  start: boolean;
  finish: boolean;
  abandon: boolean;
  steps: string[];
}
interface TaskEnd {
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

/** The run after a visit. */
export function advanceRun(
  run: TaskRun | null,
  visit: TaskVisit,
  task: { steps: readonly string[]; idle: number },
): TaskVisitResult {
  const hasLapsed = run && visit.at - run.lastAt > task.idle;
  if (hasLapsed) return { ...advanceRun(null, visit, task), ended: endRun(run, 'abandoned', run.lastAt) };
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

/** The app is no longer in front. */
export function pauseRun(run: TaskRun, at: number): TaskRun {
  return run.countingSince === null
    ? run
    : { ...run, countedMs: run.countedMs + at - run.countingSince, countingSince: null, lastAt: at };
}
/** The app is in front again. */
export const resumeRun = (run: TaskRun, at: number): TaskRun => ({ ...run, countingSince: run.countingSince ?? at, lastAt: at });

function endRun(run: TaskRun, what: TaskEnd['what'], at: number): TaskEnd {
  const ms = run.countedMs + (run.countingSince === null ? 0 : Math.max(0, at - run.countingSince));
  return { what, ms, route: run.route, skipped: [], routes: run.routes };
}
