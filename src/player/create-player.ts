import type { LocalizedStep, LocalizedWalkthrough } from '../model/pack/localized-guide.ts';
import type { ResumePoint, WalkMode } from '../model/person/progress.ts';
import type { WalkState } from '../model/person/walk-state.ts';
import { advance, begin, resume } from './advance.ts';
import type { PlayerEffect, PlayerEvent, PlayerPage, Transition } from './transition.ts';

/** What the player is handed: it draws, finds and keeps nothing by itself. */
export interface PlayerDeps {
  /** The page as it is now. */
  page: () => PlayerPage;
  /** Keep how far the person is; null when it is over. `take`: from now on in this tab, wherever it went on before. */
  saveProgress: (guide: LocalizedWalkthrough, progress: ResumePoint | null, take: boolean) => void;
  record: (guide: LocalizedWalkthrough, what: Extract<PlayerEffect, { do: 'record' }>['what'], step?: string) => void;
  /** What should be on screen now. */
  show: (guide: LocalizedWalkthrough, state: WalkState, step: LocalizedStep) => void;
  /** Look for what the step on screen needs, from the beginning. */
  locate: () => void;
  /** Do it for the person; `performed` or `refused` is to be heard of it. */
  perform: (step: LocalizedStep) => void;
  /** Nothing more of it should be on screen. */
  clear: () => void;
}

export interface ActiveWalk {
  guide: LocalizedWalkthrough;
  step: LocalizedStep;
  state: WalkState;
}

export interface Player {
  start(guide: LocalizedWalkthrough, mode?: WalkMode): void;
  /** Take it up where it was left; `take` if that was in another tab. */
  resume(guide: LocalizedWalkthrough, progress: ResumePoint, take?: boolean): void;
  /** Go along with another frame, which keeps and records. */
  follow(guide: LocalizedWalkthrough, progress: ResumePoint): void;
  send(event: PlayerEvent): void;
  /** It ended in another frame, or goes on in another tab: forget it, and record nothing. */
  discard(): void;
  /** The walkthrough that runs, if one does. */
  activeWalk(): ActiveWalk | null;
}

/** Runs one walkthrough at a time: feeds events to the state machine and carries out what it says, one event after the other. */
export function createPlayer(deps: PlayerDeps): Player {
  const now: { guide?: LocalizedWalkthrough; state?: WalkState; queue: (() => void)[]; isDraining: boolean } = {
    queue: [],
    isDraining: false,
  };

  /** What is heard while an effect is carried out waits until all of them are. */
  function enqueue(act: () => void): void {
    now.queue.push(act);
    if (now.isDraining) return;
    now.isDraining = true;
    try {
      for (let next = now.queue.shift(); next; next = now.queue.shift()) next();
    } finally {
      now.isDraining = false;
    }
  }

  function apply(guide: LocalizedWalkthrough, { state, effects }: Transition, take = false): void {
    Object.assign(now, { guide, state });
    for (const effect of effects) {
      if (effect.do === 'save') deps.saveProgress(guide, effect.progress, take);
      else if (effect.do === 'record') deps.record(guide, effect.what, effect.step);
    }
    if (state.phase === 'left') {
      close();
      return;
    }
    const step = guide.steps[state.step]!;
    deps.show(guide, state, step);
    for (const effect of effects) {
      if (effect.do === 'locate') deps.locate();
      else if (effect.do === 'perform') deps.perform(step);
    }
  }

  function close(): void {
    delete now.guide;
    delete now.state;
    deps.clear();
  }

  function dispatch(event: PlayerEvent): void {
    const { guide, state } = now;
    if (!guide || !state) return;
    if (state.phase !== 'finished') apply(guide, advance(guide, state, event, deps.page()));
    else if (event.is === 'leave') close();
  }

  return {
    start: (guide, mode) => enqueue(() => apply(guide, begin(guide, deps.page(), mode), true)),
    resume: (guide, kept, take) => enqueue(() => apply(guide, resume(guide, deps.page(), kept), take)),
    follow: (guide, kept) =>
      enqueue(() => {
        const { state, effects } = resume(guide, deps.page(), kept);
        apply(guide, { state, effects: effects.filter((one) => one.do === 'locate') });
      }),
    send: (event) => enqueue(() => dispatch(event)),
    discard: () =>
      enqueue(() => {
        if (now.guide) close();
      }),
    activeWalk: () =>
      now.guide && now.state && now.state.phase !== 'finished'
        ? { guide: now.guide, state: now.state, step: now.guide.steps[now.state.step]! }
        : null,
  };
}
