import type { Page } from 'playwright-core';
import type { ExpectedStep, SampleAct } from './sample-act.ts';

/** An act in an app that runs. Ids that the app does not have are those of its marks. */
export type AppActRow = [
  name: string,
  path: string,
  perform: (page: Page) => Promise<unknown>,
  steps: ExpectedStep[],
  ...values: string[],
];

interface AppPages {
  /** What selects a control without an id, by the id that it has in steps. */
  marks: Readonly<Record<string, string>>;
  /** What is there once a page can be used, by its path. */
  ready: Readonly<Record<string, string>>;
}

/** @param ready what is there on all other pages */
export const samplesIn = (rows: readonly AppActRow[], pages: AppPages, ready: string): SampleAct[] =>
  rows.map(([name, path, perform, steps, ...values]) => ({
    name,
    pages: {},
    path,
    ready: pages.ready[path] ?? ready,
    marks: pages.marks,
    perform: async (page) => void (await perform(page)),
    steps,
    values,
  }));
