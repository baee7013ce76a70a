import type { Fault } from '../fault/fault.ts';

/** A source of packs, for the status page: the pack in use, and what is wrong with the latest one. */
export interface PackState {
  source: string;
  id?: string;
  title?: string;
  version?: number;
  guides?: number;
  sample?: boolean;
  /**
   * Why its guides are not shown though nothing is wrong. off: the hub has switched it off. ended: its time is over. not-offered: the hub
   * offers no version to this device.
   */
  absence?: { is: 'off' | 'not-offered' } | { is: 'ended'; at: string };
  faults: Fault[];
}
