import type { LogLevel } from '../log/log.ts';

/** What became of the entries of a batch. */
type EntryOutcome = 'stored' | 'known' | 'refused';

export interface PoolState {
  used: number;
  idle: number;
  /** Requests that wait for a connection. */
  waiting: number;
}

interface RequestOutcome {
  /** Template of the route, as in `/v1/packs/:id`. */
  route: string;
  status: number;
}

/**
 * What the hub tells about its own work: durations, counts and errors. Nothing here names an install, a person or an address, and no
 * statement or text is passed on.
 */
export interface Telemetry {
  /** Times a request while it is answered; `outcome` is asked afterwards. */
  request<T>(method: string, answer: () => Promise<T>, outcome: () => RequestOutcome): Promise<T>;
  /** Times a statement on PostgreSQL by its first word, as in `select`. */
  statement<T>(operation: string, run: () => Promise<T>): Promise<T>;
  /** Times a background job, as in `prune`. */
  job<T>(name: string, run: () => Promise<T>): Promise<T>;
  countEntries(outcome: EntryOutcome, count: number): void;
  watchPool(name: string, read: () => PoolState): void;
  /** A line of the log, with the fields that are printed. */
  log(level: LogLevel, msg: string, fields: object): void;
  /** Sends what is left, and ends. Takes two seconds at most. */
  stop(): Promise<void>;
}

/** For a hub that tells nobody: it only runs what is to be measured. */
export const noTelemetry: Telemetry = {
  request: (_method, answer) => answer(),
  statement: (_operation, run) => run(),
  job: (_name, run) => run(),
  countEntries: () => undefined,
  watchPool: () => undefined,
  log: () => undefined,
  stop: async () => undefined,
};
