import type { AppPage } from './app-page.ts';
import type { Findings } from './findings.ts';
import type { PlayerRun } from './player-run.ts';
import type { AddressBook } from './start-address.ts';

export interface WalkDeps {
  page: AppPage;
  addresses: AddressBook;
  /** Texts to enter, by `guide/step`. */
  values: Readonly<Record<string, string>>;
  /** Do what may change something for good. */
  mayDoRisky: boolean;
  /** Milliseconds that a step may take. */
  stepMs: number;
  now: () => number;
  wait: (ms: number) => Promise<void>;
  /** A step is on screen; undefined where the page has come to another address. */
  onScreen: (step?: string) => Promise<void>;
}

/** A walkthrough that is being followed. */
export interface Walk {
  run: PlayerRun;
  findings: Findings;
  /** Path of the guide in the pack, as in `guides[1]`. */
  at: string;
  deps: WalkDeps;
}

/** How a walkthrough ended. */
export interface WalkOutcome {
  outcome: 'walked' | 'held' | 'stopped';
  reason?: string;
}

export const POLL_MS = 100;

/** Path of the step that a walkthrough is at. */
export const stepPath = ({ at, run }: Pick<Walk, 'at' | 'run'>): string => `${at}.steps[${run.state().step}]`;

export function stopped({ run }: Pick<Walk, 'run'>, reason: string): WalkOutcome {
  return { outcome: 'stopped', reason: `Step ${run.step().id}: ${reason}` };
}
