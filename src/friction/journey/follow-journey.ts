import type { Fact } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { type AnyJudge, runJudges } from '../judge.ts';
import { addRun, type DirectlyFollowsGraph, emptyGraph } from './directly-follows-graph.ts';
import { formAbandonment } from './judge/form-abandonment.ts';
import { pageLoop } from './judge/page-loop.ts';
import { quickBack } from './judge/quick-back.ts';
import { reEntry } from './judge/re-entry.ts';
import { repeatedInvalid } from './judge/repeated-invalid.ts';
import { repeatedSearch } from './judge/repeated-search.ts';
import { undoLoop } from './judge/undo-loop.ts';
import { workAround } from './judge/work-around.ts';
import { advanceRun, pauseRun, resumeRun, type TaskRun } from './task-run.ts';

/** A task as this room needs it; `lies` tells whether the address lies in a place. */
export interface TaskDeclaration {
  id: string;
  start: string;
  finish: string;
  abandon?: readonly string[];
  steps?: readonly { id: string; at: string }[];
  /** Minutes. */
  idle: number;
}

/** What is remembered of one tab's way, and of one app's tasks. Plain data, so that it outlives the worker. */
export interface TabJourney {
  judges: Record<string, unknown>;
  route: string;
}
export interface AppJourney {
  judges: Record<string, unknown>;
  runs: Record<string, TaskRun>;
  graphs: Record<string, DirectlyFollowsGraph>;
}
export const emptyTabJourney: TabJourney = { judges: {}, route: '' };
export const emptyAppJourney: AppJourney = { judges: {}, runs: {}, graphs: {} };

export interface TaskEvent {
  task: string;
  what: 'started' | 'finished' | 'abandoned';
  at: number;
  route: string;
  ms?: number;
}
export interface JourneyUpdate {
  tab: TabJourney;
  app: AppJourney;
  findings: (Finding & { task?: string })[];
  taskEvents: TaskEvent[];
}
export interface JourneyContext {
  route: string;
  matches(place: string): boolean;
  tasks: readonly TaskDeclaration[];
}

const TAB_JUDGES = { formAbandonment, quickBack, pageLoop, repeatedSearch, undoLoop, reEntry, repeatedInvalid } as Record<
  string,
  unknown
> as Record<string, AnyJudge>;
const APP_JUDGES = { workAround } as Record<string, unknown> as Record<string, AnyJudge>;

/** One more fact of a tab's way through an app: what was known, and what is to be known and told now. Pure. */
export function followJourney(tab: TabJourney, app: AppJourney, fact: Fact, context: JourneyContext): JourneyUpdate {
  const [tabRunner, appRunner] = [runJudges(TAB_JUDGES, tab.judges), runJudges(APP_JUDGES, app.judges)];
  const findings: JourneyUpdate['findings'] = [...tabRunner.judge(fact).findings, ...appRunner.judge(fact).findings];
  const draft = { runs: { ...app.runs }, graphs: { ...app.graphs }, tasks: [] as TaskEvent[] };
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
    tab: { judges: tabRunner.states, route: fact.is === 'visit' ? fact.route : tab.route },
    app: { judges: appRunner.states, runs: draft.runs, graphs: draft.graphs },
    findings,
    taskEvents: draft.tasks,
  };
}

type JourneyDraft = { runs: AppJourney['runs']; graphs: AppJourney['graphs']; tasks: TaskEvent[] };

function followTask(
  draft: JourneyDraft,
  task: TaskDeclaration,
  fact: Fact,
  { route, matches }: JourneyContext,
): { skipped: string[]; detours: number[] } {
  const none = { skipped: [], detours: [] };
  const run = draft.runs[task.id] ?? null;
  if (run && fact.is === 'away') draft.runs[task.id] = pauseRun(run, fact.at);
  if (run && fact.is === 'back') draft.runs[task.id] = resumeRun(run, fact.at);
  if (run && fact.is === 'acted') draft.runs[task.id] = { ...run, lastAt: fact.at };
  if (fact.is !== 'visit') return none;
  const steps = task.steps ?? [];
  const visit = {
    at: fact.at,
    route,
    start: matches(task.start),
    finish: matches(task.finish),
    abandon: (task.abandon ?? []).some(matches),
    steps: steps.filter(({ at }) => matches(at)).map(({ id }) => id),
  };
  const result = advanceRun(run, visit, { steps: steps.map(({ id }) => id), idle: task.idle * 60_000 });
  if (result.run) draft.runs[task.id] = result.run;
  else delete draft.runs[task.id];
  if (result.ended) draft.tasks.push({ task: task.id, what: result.ended.what, at: fact.at, route, ms: result.ended.ms });
  if (result.started) draft.tasks.push({ task: task.id, what: 'started', at: fact.at, route });
  if (result.ended?.what !== 'finished') return none;
  const added = addRun(draft.graphs[task.id] ?? emptyGraph, result.ended.routes);
  draft.graphs[task.id] = added.graph;
  return { skipped: result.ended.skipped, detours: added.detours.map(({ times }) => times) };
}
