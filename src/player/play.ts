import type { ShownStep, ShownWalkthrough } from '../model/shown.ts';
import { advance, begin, type Played, type PlayerEffect, type PlayerEvent, type PlayerState } from './advance.ts';

/** What the player is handed: it draws, finds and keeps nothing by itself. */
export interface PlayerDeps {
  /** The page's address now. */
  url: () => string;
  /** Keep how far the person is; null when it is over. */
  keep: (guide: ShownWalkthrough, step: string | null) => void;
  record: (guide: ShownWalkthrough, what: Extract<PlayerEffect, { do: 'record' }>['what'], step?: string) => void;
  /** Look for what the step on screen needs, from the beginning. */
  seek: () => void;
  /** What should be on screen now. */
  show: (guide: ShownWalkthrough, state: PlayerState, step: ShownStep) => void;
  /** Nothing more of it should be on screen. */
  clear: () => void;
}

export interface Player {
  open(guide: ShownWalkthrough, fromStep?: string): void;
  hear(event: PlayerEvent): void;
  /** It ended in another frame: forget it, and record nothing. */
  drop(): void;
  /** The walkthrough that runs, if one does. */
  running(): { guide: ShownWalkthrough; step: ShownStep; state: PlayerState } | null;
}

/** Runs one walkthrough at a time: feeds events to the state machine and carries out what it says. */
export function createPlayer(deps: PlayerDeps): Player {
  const now: { guide?: ShownWalkthrough; state?: PlayerState } = {};

  function carryOut(guide: ShownWalkthrough, { state, effects }: Played): void {
    Object.assign(now, { guide, state });
    for (const effect of effects) {
      if (effect.do === 'keep') deps.keep(guide, effect.step);
      else if (effect.do === 'record') deps.record(guide, effect.what, effect.step);
    }
    if (state.phase === 'left') return close();
    deps.show(guide, state, guide.steps[state.step]!);
    if (effects.some((effect) => effect.do === 'seek')) deps.seek();
  }

  function close(): void {
    delete now.guide;
    delete now.state;
    deps.clear();
  }

  return {
    open: (guide, fromStep) => carryOut(guide, begin(guide, deps.url(), fromStep)),
    hear(event) {
      if (!now.guide || !now.state) return;
      if (now.state.phase === 'finished') {
        if (event.is === 'leave') close();
        return;
      }
      carryOut(now.guide, advance(now.guide, now.state, event, deps.url()));
    },
    drop: () => {
      if (now.guide) close();
    },
    running: () =>
      now.guide && now.state && now.state.phase !== 'finished'
        ? { guide: now.guide, state: now.state, step: now.guide.steps[now.state.step]! }
        : null,
  };
}
