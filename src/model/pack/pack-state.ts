import type { Fault } from '../fault/fault.ts';

/** A place that packs come from, for the status page: what it gave, and why not. */
export interface PackState {
  source: string;
  id?: string;
  title?: string;
  version?: number;
  guides?: number;
  sample?: boolean;
  faults: Fault[];
}
