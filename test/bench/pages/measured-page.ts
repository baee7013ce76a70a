import type { Page } from 'playwright-core';
import type { Pack } from '../../../src/model/pack/pack.ts';

/** A page on which costs are measured. */
export interface MeasuredPage {
  name: string;
  origin: string;
  /** Its first tip stands on the page as it is opened. */
  pack: Pack;
  /** Comes to the page and waits until it is there. */
  open(tab: Page): Promise<void>;
  /** What a person does there, once; it may be done again from where it ends. */
  act(tab: Page): Promise<void>;
}
