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
export interface Run {
  began: number;
  /** Time counted so far, and since when more is counted; null while away. */
  counted: number;
  since: number | null;
  last: number;
  route: string;
  steps: string[];
  way: string[];
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
  way: string[];
}
interface Judged {
  run: Run | null;
  started?: true;
  ended?: TaskEnd;
}

const MOST_ROUTES = 200;

export function visit(run: Run | null, here: TaskVisit, declared: { steps: readonly string[]; idle: number }): Judged {
  const lapsed = run && here.at - run.last > declared.idle;
  if (lapsed) return { ...visit(null, here, declared), ended: end(run, 'abandoned', run.last) };
  if (!run) return here.start ? { run: begin(here), started: true } : { run: null };
  const on = {
    ...run,
    last: here.at,
    since: run.since ?? here.at,
    steps: [...new Set([...run.steps, ...here.steps])],
    way: [...run.way, here.route].slice(-MOST_ROUTES),
  };
  if (here.finish) {
    const skipped = declared.steps.filter((step) => !on.steps.includes(step));
    return { run: null, ended: { ...end(on, 'finished', here.at), skipped } };
  }
  return here.abandon ? { run: null, ended: end(on, 'abandoned', here.at) } : { run: on };
}

const begin = ({ at, route, steps }: TaskVisit): Run => ({
  began: at,
  counted: 0,
  since: at,
  last: at,
  route,
  steps,
  way: [route],
});

/** The app is no longer in front, or it is again. */
export function goAway(run: Run, at: number): Run {
  return run.since === null ? run : { ...run, counted: run.counted + at - run.since, since: null, last: at };
}
export const comeBack = (run: Run, at: number): Run => ({ ...run, since: run.since ?? at, last: at });

function end(run: Run, what: TaskEnd['what'], at: number): TaskEnd {
  const ms = run.counted + (run.since === null ? 0 : Math.max(0, at - run.since));
  return { what, ms, route: run.route, skipped: [], way: run.way };
}
