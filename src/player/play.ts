import type { KeptStep, Way } from '../model/progress.ts';
import type { ShownStep, ShownWalkthrough } from '../model/shown.ts';
import type { WalkState } from '../model/walk-state.ts';
import { advance, begin, resume } from './advance.ts';
import type { Page, Played, PlayerEffect, PlayerEvent } from './played.ts';

/** What the player is handed: it draws, finds and keeps nothing by itself. */
export interface PlayerDeps {
  /** The page as it is now. */
  page: () => Page;
  /** Keep how far the person is; null when it is over. `take`: from now on in this tab, wherever it went on before. */
  keep: (guide: ShownWalkthrough, kept: KeptStep | null, take: boolean) => void;
  record: (guide: ShownWalkthrough, what: Extract<PlayerEffect, { do: 'record' }>['what'], step?: string) => void;
  /** What should be on screen now. */
  show: (guide: ShownWalkthrough, state: WalkState, step: ShownStep) => void;
  /** Look for what the step on screen needs, from the beginning. */
  seek: () => void;
  /** Do it for the person; `performed` or `refused` is to be heard of it. */
  perform: (step: ShownStep) => void;
  /** Nothing more of it should be on screen. */
  clear: () => void;
}

export interface Running {
  guide: ShownWalkthrough;
  step: ShownStep;
  state: WalkState;
}

export interface Player {
  open(guide: ShownWalkthrough, way?: Way): void;
  /** Take it up where it was left; `take` if that was in another tab. */
  resume(guide: ShownWalkthrough, kept: KeptStep, take?: boolean): void;
  /** Go along with another frame, which keeps and records. */
  follow(guide: ShownWalkthrough, kept: KeptStep): void;
  hear(event: PlayerEvent): void;
  /** It ended in another frame, or goes on in another tab: forget it, and record nothing. */
  drop(): void;
  /** The walkthrough that runs, if one does. */
  running(): Running | null;
}

/** Runs one walkthrough at a time: feeds events to the state machine and carries out what it says, one event after the other. */
export function createPlayer(deps: PlayerDeps): Player {
  const now: { guide?: ShownWalkthrough; state?: WalkState; turn: (() => void)[]; busy: boolean } = { turn: [], busy: false };

  /** What is heard while an effect is carried out waits until all of them are. */
  function inTurn(act: () => void): void {
    now.turn.push(act);
    if (now.busy) return;
    now.busy = true;
    try {
      for (let next = now.turn.shift(); next; next = now.turn.shift()) next();
    } finally {
      now.busy = false;
    }
  }

  function carryOut(guide: ShownWalkthrough, { state, effects }: Played, take = false): void {
    Object.assign(now, { guide, state });
    for (const effect of effects) {
      if (effect.do === 'keep') deps.keep(guide, effect.kept, take);
      else if (effect.do === 'record') deps.record(guide, effect.what, effect.step);
    }
    if (state.phase === 'left') {
      close();
      return;
    }
    const step = guide.steps[state.step]!;
    deps.show(guide, state, step);
    for (const effect of effects) {
      if (effect.do === 'seek') deps.seek();
      else if (effect.do === 'perform') deps.perform(step);
    }
  }

  function close(): void {
    delete now.guide;
    delete now.state;
    deps.clear();
  }

  function hear(event: PlayerEvent): void {
    const { guide, state } = now;
    if (!guide || !state) return;
    if (state.phase !== 'finished') carryOut(guide, advance(guide, state, event, deps.page()));
    else if (event.is === 'leave') close();
  }

  return {
    open: (guide, way) => inTurn(() => carryOut(guide, begin(guide, deps.page(), way), true)),
    resume: (guide, kept, take) => inTurn(() => carryOut(guide, resume(guide, deps.page(), kept), take)),
    follow: (guide, kept) =>
      inTurn(() => {
        const { state, effects } = resume(guide, deps.page(), kept);
        carryOut(guide, { state, effects: effects.filter((one) => one.do === 'seek') });
      }),
    hear: (event) => inTurn(() => hear(event)),
    drop: () =>
      inTurn(() => {
        if (now.guide) close();
      }),
    running: () =>
      now.guide && now.state && now.state.phase !== 'finished'
        ? { guide: now.guide, state: now.state, step: now.guide.steps[now.state.step]! }
        : null,
  };
}
