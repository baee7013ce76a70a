import type { Page } from 'playwright-core';
import type { ActKind } from '../../../src/model/studio/observed-act.ts';

/** A step as a careful author would write it down: what was done, with which control. */
export interface ExpectedStep {
  kind: ActKind;
  /** Id of the element in the page. */
  on: string;
  /** Of a drag. */
  to?: string;
  state?: 'on' | 'off';
}

/** One act on a small page of its own, with what a recording of it has to hold. */
export interface SampleAct {
  name: string;
  /** Pages by path; the first is opened. */
  pages: Record<string, string>;
  perform(page: Page): Promise<void>;
  steps: ExpectedStep[];
  /** Texts that belong to the person or a record, and may be in no recording. */
  values: string[];
}

export type ActRow = [
  name: string,
  page: string | Record<string, string>,
  perform: (page: Page) => Promise<unknown>,
  steps: ExpectedStep[],
  ...values: string[],
];

export const samplesOf = (rows: readonly ActRow[]): SampleAct[] =>
  rows.map(([name, page, perform, steps, ...values]) => ({
    name,
    pages: typeof page === 'string' ? { '/orders': page } : page,
    perform: async (opened) => void (await perform(opened)),
    steps,
    values,
  }));
