import type { LocalizedStep, LocalizedWalkthrough } from '../model/pack/localized-guide.ts';
import type { ResumePoint, WalkMode } from '../model/person/progress.ts';
import type { WalkState } from '../model/person/walk-state.ts';
import { advance } from './advance.ts';
import { begin, resume } from './open-walkthrough.ts';
import type { PlayerEffect, PlayerEvent, PlayerPage, Transition } from './transition.ts';
import { stepAt, stepOf } from './walk-context.ts';

/** What the player calls: by itself it draws, finds and stores nothing. */
export interface PlayerDeps {
  /** The page as it is now. */
  page: () => PlayerPage;
  /** Store how far the person is; null when it is over. `take`: from now on in this tab, wherever it went on before. */
  saveProgress: (guide: LocalizedWalkthrough, progress: ResumePoint | null, take: boolean) => void;
  record: (guide: LocalizedWalkthrough, what: Extract<PlayerEffect, { do: 'record' }>['what'], step?: string) => void;
  /** The person has finished a walkthrough of which nothing is recorded. */
  noteFinished: (guide: LocalizedWalkthrough) => void;
  /** What is to be on screen now. */
  show: (guide: LocalizedWalkthrough, state: WalkState, step: LocalizedStep) => void;
  /** Look for what the step on screen needs, from the beginning. */
  locate: () => void;
  /** Do the step for the person, and send `performed` or `refused`. */
  perform: (step: LocalizedStep) => void;
  /** Take the walkthrough off the screen. */
  clear: () => void;
}

export interface ActiveWalk {
  guide: LocalizedWalkthrough;
  step: LocalizedStep;
  state: WalkState;
}

export interface Player {
  /** @param unrecorded it goes on from one of which nothing is recorded */
  start(guide: LocalizedWalkthrough, mode?: WalkMode, unrecorded?: boolean): void;
  /** Resume it where it was left; `take` if that was in another tab. */
  resume(guide: LocalizedWalkthrough, point: ResumePoint, take?: boolean): void;
  /** Go where another frame is, which saves and records. */
  follow(guide: LocalizedWalkthrough, point: ResumePoint): void;
  send(event: PlayerEvent): void;
  /** It has ended in another frame, or goes on in another tab: drop it, and record nothing. */
  discard(): void;
  /** The walkthrough that the person is in, if any. One that is finished is none. */
  activeWalk(): ActiveWalk | null;
}

/** Runs one walkthrough at a time: feeds events to the state machine and carries out its effects, one event after the other. */
export function createPlayer(deps: PlayerDeps): Player {
  const enqueue = createQueue();
  let current: { guide: LocalizedWalkthrough; state: WalkState } | null = null;

  function apply(guide: LocalizedWalkthrough, { state, effects }: Transition, take = false): void {
    current = { guide, state };
    for (const effect of effects) {
      if (effect.do === 'save') deps.saveProgress(guide, effect.progress, take);
      else if (effect.do === 'record') deps.record(guide, effect.what, effect.step);
      else if (effect.do === 'note-finished') deps.noteFinished(guide);
    }
    if (state.phase === 'left') {
      close();
      return;
    }
    const step = stepAt(guide, state.step);
    deps.show(guide, state, step);
    for (const effect of effects) {
      if (effect.do === 'locate') deps.locate();
      else if (effect.do === 'perform') deps.perform(step);
    }
  }

  function close(): void {
    if (!current) return;
    current = null;
    deps.clear();
  }

  function dispatch(event: PlayerEvent): void {
    if (!current) return;
    const { guide, state } = current;
    if (state.phase !== 'finished') apply(guide, advance({ guide, state, page: deps.page() }, event));
    else if (event.is === 'leave') {
      if (state.dependsOnValue) deps.saveProgress(guide, null, false);
      close();
    }
  }

  function follow(guide: LocalizedWalkthrough, point: ResumePoint): void {
    const { state, effects } = resume({ guide, page: deps.page() }, point);
    apply(guide, { state, effects: effects.filter((one) => one.do === 'locate') });
  }

  return {
    start: (guide, mode, unrecorded) => enqueue(() => apply(guide, begin({ guide, page: deps.page() }, mode, unrecorded), true)),
    resume: (guide, point, take) => enqueue(() => apply(guide, resume({ guide, page: deps.page() }, point), take)),
    follow: (guide, point) => enqueue(() => follow(guide, point)),
    send: (event) => enqueue(() => dispatch(event)),
    discard: () => enqueue(close),
    activeWalk: () => (current && current.state.phase !== 'finished' ? { ...current, step: stepOf(current) } : null),
  };
}

/** Runs at once, or, called while another runs, after it: an event sent by an effect waits until all effects are carried out. */
function createQueue(): (act: () => void) => void {
  const waiting: (() => void)[] = [];
  let isDraining = false;
  return (act) => {
    waiting.push(act);
    if (isDraining) return;
    isDraining = true;
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) next();
    } finally {
      isDraining = false;
    }
  };
}
