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

/** One act, with what a recording of it has to hold. */
export interface SampleAct {
  name: string;
  /** Pages by path that take the place of what is served there; the first is opened. */
  pages: Record<string, string>;
  /** What is opened instead. */
  path?: string;
  /** Selects what is there once the page can be used. */
  ready?: string;
  /** The part of an id that is the same at each load. */
  idOf?(id: string): string;
  /** What selects a control that has no id, by the id that it has in `steps`. */
  marks?: Readonly<Record<string, string>>;
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
    pages: withDoctype(typeof page === 'string' ? { '/orders': page } : page),
    perform: async (opened) => void (await perform(opened)),
    steps,
    values,
  }));

const withDoctype = (pages: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(pages).map(([path, body]) => [path, `<!doctype html>${body}`]));
