import type { Log } from '../log/log.ts';
import type { Store } from '../store/store.ts';

/** What the hub's routes are given. */
export interface HubDeps {
  store: Store;
  now: () => Date;
  log: Log;
  /** SHA-256 of the enrolment token from the environment; without it, those in the store count. */
  enrolTokenHash?: string;
  /** SHA-256 of the token that permits publishing; without it, nobody may. */
  publishTokenHash?: string;
  /** Where people reach the hub: scheme, host and port. */
  publicUrl: () => string;
  /** Folder of the built desk. */
  deskFolder: string;
  /** For so many days raw entries are kept. */
  retentionDays: number;
  isStopping: () => boolean;
}
