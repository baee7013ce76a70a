import type { Fact } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { runJudges } from '../judge.ts';
import { addRun, type DirectlyFollowsGraph, emptyGraph } from './directly-follows-graph.ts';
import { formAbandonment } from './judge/form-abandonment.ts';
import { pageLoop } from './judge/page-loop.ts';
import { quickBack } from './judge/quick-back.ts';
import { reEntry } from './judge/re-entry.ts';
import { repeatedInvalid } from './judge/repeated-invalid.ts';
import { repeatedSearch } from './judge/repeated-search.ts';
import { undoLoop } from './judge/undo-loop.ts';
import { workAround } from './judge/work-around.ts';
import { advanceRun, pauseRun, resumeRun, type TaskRun, type TaskVisit } from './task-run.ts';

const TAB_JUDGES = { formAbandonment, quickBack, pageLoop, repeatedSearch, undoLoop, reEntry, repeatedInvalid };
const APP_JUDGES = { workAround };
const MAX_VISITS = 20;

/** A task as a pack declares it, as far as journeys need it. Its places are URL scopes. */
export interface TaskDeclaration {
  id: string;
  start: string;
  finish: string;
  abandon?: readonly string[];
  steps?: readonly { id: string; at: string }[];
  /** In minutes. */
  idle: number;
}

/** What is known of the journey in one tab. Plain data, so that it survives a restart of the worker. */
export interface TabJourney {
  judges: Readonly<Record<string, unknown>>;
  /** The route of the last visit. */
  route: string;
  /** The last visits: what a page reports later belongs to the route of its time. */
  visits: readonly { at: number; route: string }[];
}

/** What is known of the tasks of one app. Plain data, too. */
export interface AppJourney {
  judges: Readonly<Record<string, unknown>>;
  runs: Record<string, TaskRun>;
  graphs: Record<string, DirectlyFollowsGraph>;
}

export const emptyTabJourney: TabJourney = { judges: {}, route: '', visits: [] };
export const emptyAppJourney: AppJourney = { judges: {}, runs: {}, graphs: {} };

interface TaskEvent {
  task: string;
  what: 'started' | 'finished' | 'abandoned';
  at: number;
  route: string;
  /** Time on task in milliseconds. */
  ms?: number;
}

export interface JourneyUpdate {
  tab: TabJourney;
  app: AppJourney;
  findings: (Finding & { task?: string })[];
  taskEvents: TaskEvent[];
}

interface JourneyContext {
  route: string;
  /** Is the current address in this URL scope? */
  matches(scope: string): boolean;
  tasks: readonly TaskDeclaration[];
}

/** Adds one fact to the journey of a tab through an app: what is known after it, and what was found. Pure. */
export function followJourney(tab: TabJourney, app: AppJourney, fact: Fact, context: JourneyContext): JourneyUpdate {
  const [tabRunner, appRunner] = [runJudges(TAB_JUDGES, tab.judges), runJudges(APP_JUDGES, app.judges)];
  const findings: JourneyUpdate['findings'] = [...tabRunner.judge(fact).findings, ...appRunner.judge(fact).findings];
  const draft: JourneyDraft = { runs: { ...app.runs }, graphs: { ...app.graphs }, taskEvents: [] };
  for (const task of context.tasks) {
    const { skipped, detours } = followTask(draft, task, fact, context);
    for (const step of skipped) {
      const result = appRunner.judge({ is: 'skipped', at: fact.at, task: task.id, step });
      findings.push(...result.findings.map((finding) => ({ ...finding, task: task.id })));
    }
    for (const times of detours)
      findings.push({ signal: 'possible-work-around', what: 'detour', at: fact.at, count: times, task: task.id });
  }
  return {
    tab: {
      judges: tabRunner.states,
      route: fact.is === 'visit' ? fact.route : tab.route,
      visits: fact.is === 'visit' ? [...tab.visits, { at: fact.at, route: fact.route }].slice(-MAX_VISITS) : tab.visits,
    },
    app: { judges: appRunner.states, runs: draft.runs, graphs: draft.graphs },
    findings,
    taskEvents: draft.taskEvents,
  };
}

type JourneyDraft = Pick<AppJourney, 'runs' | 'graphs'> & Pick<JourneyUpdate, 'taskEvents'>;

/** Changes the draft by what the fact means for one task. Returns the steps skipped and how often each detour was made. */
function followTask(
  draft: JourneyDraft,
  task: TaskDeclaration,
  fact: Fact,
  context: JourneyContext,
): { skipped: string[]; detours: number[] } {
  const nothing = { skipped: [], detours: [] };
  const run = draft.runs[task.id] ?? null;
  if (run && fact.is === 'away') draft.runs[task.id] = pauseRun(run, fact.at);
  if (run && fact.is === 'back') draft.runs[task.id] = resumeRun(run, fact.at);
  if (run && fact.is === 'acted') draft.runs[task.id] = { ...run, lastAt: fact.at };
  if (fact.is !== 'visit') return nothing;
  const { route } = context;
  const steps = (task.steps ?? []).map(({ id }) => id);
  const result = advanceRun(run, visitOf(task, fact.at, context), { steps, idle: task.idle * 60_000 });
  if (result.run) draft.runs[task.id] = result.run;
  else delete draft.runs[task.id];
  if (result.ended) draft.taskEvents.push({ task: task.id, what: result.ended.what, at: fact.at, route, ms: result.ended.ms });
  if (result.started) draft.taskEvents.push({ task: task.id, what: 'started', at: fact.at, route });
  if (result.ended?.what !== 'finished') return nothing;
  const added = addRun(draft.graphs[task.id] ?? emptyGraph, result.ended.routes);
  draft.graphs[task.id] = added.graph;
  return { skipped: result.ended.skipped, detours: added.detours.map(({ times }) => times) };
}

const visitOf = (task: TaskDeclaration, at: number, { route, matches }: JourneyContext): TaskVisit => ({
  at,
  route,
  start: matches(task.start),
  finish: matches(task.finish),
  abandon: (task.abandon ?? []).some((scope) => matches(scope)),
  steps: (task.steps ?? []).filter((step) => matches(step.at)).map(({ id }) => id),
});
