import type { Control, Visit } from '../real-app.ts';
import type { Change } from './varied-app.ts';

/** One act of a task, which becomes one step. */
export interface ShownAct {
  /** Left out where any of several will do, as a row of a list. */
  control?: Control;
  /** What the title of the step holds. */
  recorded: string;
  /** The name that the recorder left out, as it might be data, and that an author who knows the app writes. */
  written?: string;
  act(visit: Visit): Promise<void>;
}

/** A task that a champion shows and a colleague follows, in the app's own terms. */
export interface TaskShown {
  /** What the champion calls it. */
  title: string;
  /** Path of the page where it begins. */
  begin: string;
  acts: readonly ShownAct[];
  /** True once it is really done. */
  outcome: string;
  /** Words that the person enters, which are kept nowhere. */
  entered: readonly string[];
  /** How `cairn pack check` signs in. */
  signIn: readonly object[];
  /** The app's next release, in which the control of one act is no more what it was. */
  release: { changes: readonly Change[]; lost: number };
}
