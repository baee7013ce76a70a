import type { Fault } from '../fault/fault.ts';

/** A source of packs, for the status page: the pack in use, and what is wrong with the latest one. */
export interface PackState {
  source: string;
  id?: string;
  title?: string;
  version?: number;
  guides?: number;
  sample?: boolean;
  faults: Fault[];
}
