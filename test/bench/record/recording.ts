import type { BrowserContext, Page } from 'playwright-core';
import type { RecordedStep } from './judge-steps.ts';
import type { SampleAct } from './sample-act.ts';

/** What a recorder made of an act. */
export interface Recording {
  steps: RecordedStep[];
  /** Everything that the recorder would store, as text. */
  stored: string;
  /** Everything that left the page, as text. */
  reported: string;
  /** Acts of which it said that it made no step. */
  missed: number;
}

/** Opens the pages of an act in a context of their own, performs it, and waits until a recorder has settled. */
export type OpenSample = (
  sample: SampleAct,
  prepare: (context: BrowserContext) => Promise<void>,
  finish?: (page: Page) => Promise<void>,
) => Promise<void>;
