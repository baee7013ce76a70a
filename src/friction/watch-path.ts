import type { Fact } from './fact.ts';
import type { Finding } from './finding.ts';
import { addRun, emptyGraph, type FollowGraph } from './follow-graph.ts';
import { formAbandonment } from './judge/form-abandonment.ts';
import { pageLoop } from './judge/page-loop.ts';
import { quickBack } from './judge/quick-back.ts';
import { reEntry } from './judge/re-entry.ts';
import { repeatedInvalid } from './judge/repeated-invalid.ts';
import { repeatedSearch } from './judge/repeated-search.ts';
import { undoLoop } from './judge/undo-loop.ts';
import { workAround } from './judge/work-around.ts';
import { type AnyJudge, seat } from './judge.ts';
import { comeBack, goAway, type Run, visit } from './task-run.ts';

/** A task as this room needs it; `lies` tells whether the address lies in a place. */
export interface Declared {
  id: string;
  start: string;
  finish: string;
  abandon?: readonly string[];
  steps?: readonly { id: string; at: string }[];
  /** Minutes. */
  idle: number;
}

/** What is remembered of one tab's way, and of one app's tasks. Plain data, so that it outlives the worker. */
export interface TabPath {
  judges: Record<string, unknown>;
  route: string;
}
export interface AppPath {
  judges: Record<string, unknown>;
  runs: Record<string, Run>;
  graphs: Record<string, FollowGraph>;
}
export const newTab: TabPath = { judges: {}, route: '' };
export const newApp: AppPath = { judges: {}, runs: {}, graphs: {} };

export interface TaskNews {
  task: string;
  what: 'started' | 'finished' | 'abandoned';
  at: number;
  route: string;
  ms?: number;
}
export interface PathNews {
  tab: TabPath;
  app: AppPath;
  found: (Finding & { task?: string })[];
  tasks: TaskNews[];
}
export interface Where {
  route: string;
  lies(place: string): boolean;
  tasks: readonly Declared[];
}

const ofTab = { formAbandonment, quickBack, pageLoop, repeatedSearch, undoLoop, reEntry, repeatedInvalid } as Record<
  string,
  unknown
> as Record<string, AnyJudge>;
const ofApp = { workAround } as Record<string, unknown> as Record<string, AnyJudge>;

/** One more fact of a tab's way through an app: what was known, and what is to be known and told now. Pure. */
export function follow(tab: TabPath, app: AppPath, fact: Fact, where: Where): PathNews {
  const [ofThisTab, ofThisApp] = [seat(ofTab, tab.judges), seat(ofApp, app.judges)];
  const found: PathNews['found'] = [...ofThisTab.hear(fact).found, ...ofThisApp.hear(fact).found];
  const news = { runs: { ...app.runs }, graphs: { ...app.graphs }, tasks: [] as TaskNews[] };
  for (const task of where.tasks) {
    const { skipped, detours } = followTask(news, task, fact, where);
    for (const step of skipped) {
      const heard = ofThisApp.hear({ is: 'skipped', at: fact.at, task: task.id, step });
      found.push(...heard.found.map((finding) => ({ ...finding, task: task.id })));
    }
    for (const times of detours)
      found.push({ signal: 'possible-work-around', what: 'detour', at: fact.at, count: times, task: task.id });
  }
  return {
    tab: { judges: ofThisTab.states, route: fact.is === 'visit' ? fact.route : tab.route },
    app: { judges: ofThisApp.states, runs: news.runs, graphs: news.graphs },
    found,
    tasks: news.tasks,
  };
}

type News = { runs: AppPath['runs']; graphs: AppPath['graphs']; tasks: TaskNews[] };

function followTask(news: News, task: Declared, fact: Fact, { route, lies }: Where): { skipped: string[]; detours: number[] } {
  const none = { skipped: [], detours: [] };
  const run = news.runs[task.id] ?? null;
  if (run && fact.is === 'away') news.runs[task.id] = goAway(run, fact.at);
  if (run && fact.is === 'back') news.runs[task.id] = comeBack(run, fact.at);
  if (run && fact.is === 'acted') news.runs[task.id] = { ...run, last: fact.at };
  if (fact.is !== 'visit') return none;
  const steps = task.steps ?? [];
  const here = {
    at: fact.at,
    route,
    start: lies(task.start),
    finish: lies(task.finish),
    abandon: (task.abandon ?? []).some(lies),
    steps: steps.filter(({ at }) => lies(at)).map(({ id }) => id),
  };
  const judged = visit(run, here, { steps: steps.map(({ id }) => id), idle: task.idle * 60_000 });
  if (judged.run) news.runs[task.id] = judged.run;
  else delete news.runs[task.id];
  if (judged.ended) news.tasks.push({ task: task.id, what: judged.ended.what, at: fact.at, route, ms: judged.ended.ms });
  if (judged.started) news.tasks.push({ task: task.id, what: 'started', at: fact.at, route });
  if (judged.ended?.what !== 'finished') return none;
  const added = addRun(news.graphs[task.id] ?? emptyGraph, judged.ended.way);
  news.graphs[task.id] = added.graph;
  return { skipped: judged.ended.skipped, detours: added.detours.map(({ times }) => times) };
}
