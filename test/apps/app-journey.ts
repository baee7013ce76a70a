import type { TaskShown } from './colleague/task-shown.ts';
import type { Control, Recipe, Visit } from './real-app.ts';

export interface JourneyStep {
  /** As in the pack. */
  id: string;
  /** The control it is about, if it is about one. */
  control?: Control;
  /** The step is on another page, and its pack offers the way there. */
  arrivesBy?: 'go';
  /** What the person does there in the app; nothing, where Cairn's own button takes them on. */
  act?(visit: Visit): Promise<void>;
}

export const interruptions = ['reload', 'back', 'second tab', 'worker stopped', 'control missing', 'session over'] as const;
export type Interruption = (typeof interruptions)[number];

/** What is known of an app to record its pack and to play it: how to get in, and where its guides stand, in the app's own terms. */
export interface AppJourney {
  /** Id of the app in policy and pack, and the name of its folder. */
  name: string;
  recipe: Recipe;
  /** The browser's languages that the app is tried in, all of which it follows; the pack's base language first. */
  languages: readonly [string, ...string[]];
  /** To where the first tip is, in that language; signs in if the app asks for it. */
  enter(visit: Visit, language: string): Promise<void>;
  /** Ends the session, from another tab; left out where the app has none. */
  endSession?(visit: Visit): Promise<void>;
  /** From the app's page to sign in, in again. */
  signIn?(visit: Visit): Promise<void>;
  tips: readonly { id: string; reach(visit: Visit): Promise<void>; control: Control }[];
  walk: {
    id: string;
    steps: readonly JourneyStep[];
    /** True once the task is really done. */
    outcome: string;
  };
  /** What a champion shows colleagues; left out where that is not tried. */
  shown?: TaskShown;
  /** Where controls are recorded for the locator's figures: how many on each page, and ids of the app that change at each load. */
  controls: { pages: readonly { reach(visit: Visit): Promise<void>; many: number }[]; passing: string };
  /** What people do there all day, done without trouble; each begins where the one before ended, the first where `enter` leads. */
  tasks: readonly { task: string; act(visit: Visit): Promise<void> }[];
  /** Friction told of these tasks though there is none, and why. */
  explained: Readonly<Record<string, string>>;
  /** What happens to the person on the way, by the step it happens at. */
  interruptions: Readonly<Record<string, readonly Interruption[]>>;
}
