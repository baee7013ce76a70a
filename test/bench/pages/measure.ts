import type { Browser, CDPSession, Page } from 'playwright-core';
import { FORCED_WORK_CATEGORIES, type ForcedWork, forcedWork, type TraceEvent } from './forced-work.ts';
import { type SampledProfile, scriptShares } from './script-shares.ts';

/** What a page cost while it was profiled. Times are in milliseconds. */
export interface Cost {
  /** Share of the busy time of the main thread that the measured tool took, in percent. */
  share: number;
  toolMs: number;
  busyMs: number;
  longTasks: number;
  /** The longest time from an input of the person until the page was drawn again; 0 without one. */
  inp: number;
  heapMb: number;
  listeners: number;
  forced: ForcedWork;
  /** The functions of the tool that took the most time. */
  top: { function: string; ms: number }[];
}

/** A measurement as it is printed and written. */
export interface Row {
  page: string;
  variant: string;
  use: 'untouched' | 'in use';
  cost: Cost;
}

interface MeasureDeps {
  page: Page;
  browser: Browser;
  /** Is it a script of the tool? */
  isTool: (url: string) => boolean;
  /** Is it what the benchmark asks the page? It belongs to nobody. */
  isAsked: (url: string) => boolean;
  /** What the person does meanwhile; it ends after `spanMs`. */
  act: () => Promise<void>;
}

const SAMPLING_US = 200;
const TOP_FUNCTIONS = 12;

/** Runs in every document of the tab, before any script of it. What one document saw is carried over to the next of the tab. */
export function observeResponsiveness(): void {
  if (self !== top) return;
  const seen = { longTasks: 0, inp: 0, ...JSON.parse(sessionStorage.getItem('responsiveness') ?? '{}') };
  addEventListener('pagehide', () => sessionStorage.setItem('responsiveness', JSON.stringify(seen)));
  Object.assign(globalThis, { responsiveness: seen });
  new PerformanceObserver((list) => {
    seen.longTasks += list.getEntries().length;
  }).observe({ type: 'longtask' });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[])
      if (entry.interactionId) seen.inp = Math.max(seen.inp, entry.duration);
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}

/** Profiles the page while `act` goes on, and again with a trace, which would disturb the profile. */
export async function measureCost({ page, browser, isTool, isAsked, act }: MeasureDeps): Promise<Cost> {
  const session = await page.context().newCDPSession(page);
  const profile = await profileDuring(session, act);
  const { busyMs, msByScript, msByFunction } = scriptShares(profile, isTool, isAsked);
  const toolMs = [...msByScript].reduce((sum, [url, ms]) => (isTool(url) ? sum + ms : sum), 0);
  const { longTasks, inp } = await ask<{ longTasks: number; inp: number }>(session, 'globalThis.responsiveness');
  await browser.startTracing(page, { categories: FORCED_WORK_CATEGORIES });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const top = [...msByFunction].sort(([, a], [, b]) => b - a).slice(0, TOP_FUNCTIONS);
  const size = await sizeOf(session);
  await session.detach();
  return {
    ...{ share: (100 * toolMs) / busyMs, toolMs, busyMs, longTasks, inp, ...size },
    forced: forcedWork(traceEvents, isTool),
    top: top.map(([name, ms]) => ({ function: name, ms })),
  };
}

async function profileDuring(session: CDPSession, act: () => Promise<void>): Promise<SampledProfile> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLING_US });
  await ask(session, 'Object.assign(globalThis.responsiveness, { longTasks: 0, inp: 0 })');
  await session.send('Profiler.start');
  await act();
  const { profile } = await session.send('Profiler.stop');
  return profile;
}

async function sizeOf(session: CDPSession): Promise<Pick<Cost, 'heapMb' | 'listeners'>> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((metric) => metric.name === name)!.value;
  return { heapMb: value('JSHeapUsedSize') / 2 ** 20, listeners: value('JSEventListeners') };
}

/** Playwright's `evaluate` is eval, which a strict page refuses: the browser itself is asked. */
async function ask<T>(session: CDPSession, expression: string): Promise<T> {
  const { result } = await session.send('Runtime.evaluate', { expression, returnByValue: true });
  return result.value as T;
}
