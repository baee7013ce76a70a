import { effect, type Signal, signal } from '@preact/signals';
import type { Ask } from '../../messaging/ask.ts';
import type { WalkMessage } from '../../messaging/messages.ts';
import type { WalkOnScreen } from '../../overlay/overlay-state.ts';
import type { ActiveWalk, Player } from '../../player/create-player.ts';
import { stepAt } from '../../player/walk-context.ts';
import { on, onAbort } from '../../runtime/lifetime.ts';
import {
  advanceFrameSync,
  type FrameSyncEvent,
  initialFrameSync,
  isPresenter,
  stepKey,
  type WalkPosition,
} from './frame-sync-machine.ts';

interface FrameSyncDeps {
  /** The walkthrough of the player in this frame. */
  walk: Signal<WalkOnScreen | null>;
  player: Player;
  /** Brings the player here to the position of another frame, or ends it. */
  follow: (position: WalkPosition) => void;
  ask: Ask;
  /** Does this script run in a frame of another origin than the page around it? */
  isSubframe: boolean;
  lifetime: AbortSignal;
}

/** Carries out what the machine of this frame decides, and says what may be drawn here. */
export function createFrameSync({ walk, player, follow, ask, isSubframe, lifetime }: FrameSyncDeps) {
  const sync = signal(initialFrameSync(isSubframe ? newFrameId() : 0));
  const visible = signal<WalkOnScreen | null>(null);
  const position = () => positionOf(player.activeWalk());

  function send(event: FrameSyncEvent): void {
    const { state, effects } = advanceFrameSync(sync.value, event);
    sync.value = state;
    for (const one of effects) {
      if (one.do === 'send') void broadcast(one.message);
      else if (one.do === 'search') player.send({ is: 'arrived' });
      else follow(one.position);
    }
  }

  async function broadcast(message: WalkMessage): Promise<void> {
    await ask('walk.sync', message);
    if (message.move !== undefined) send({ is: 'confirmed', move: message.move });
  }

  /** A frame draws what it has found, and never that something is missing. */
  function isVisible(on: WalkOnScreen): boolean {
    if (on.phase === 'finished') return true;
    if (isSubframe && !isShowing(on)) return false;
    return isPresenter(sync.value, stepOnScreen(on), isShowing(on));
  }

  onAbort(
    lifetime,
    effect(() => {
      visible.value = walk.value && isVisible(walk.value) ? walk.value : null;
    }),
  );
  // A page that comes back from the browser's cache must not show the step that it left with: it is told where the person is.
  on(window, 'pagehide', () => send({ is: 'left', position: position() }), lifetime);

  return {
    /** What of the walkthrough is drawn in this frame. */
    visible,
    /** May this frame say that the control of the step is missing? */
    mayReportMissing: () => !isSubframe && isPresenter(sync.value, stepKey(position()), false),
    playerChanged: () => send({ is: 'changed', position: position(), isShowing: isShowing(walk.value) }),
    /** The player is about to resume what the background stored. */
    resuming: (stored: WalkPosition) => send({ is: 'resuming', position: stored }),
    receive: (message: WalkMessage) =>
      send({ is: 'received', message, isShowing: isShowing(walk.value), isTop: !isSubframe, position: position() }),
  };
}

const isShowing = (walk: WalkOnScreen | null): boolean => walk?.phase === 'showing' && walk.target !== null;

/** Any number but 0, which is the top's. */
const newFrameId = (): number => crypto.getRandomValues(new Uint32Array(1))[0] || 1;

function positionOf(active: ActiveWalk | null): WalkPosition {
  if (!active) return null;
  const { guide, step, state } = active;
  return {
    pack: guide.pack.id,
    guide: guide.id,
    step: step.id,
    mode: state.mode,
    trail: state.trail.map((index) => stepAt(guide, index).id),
    ...(state.phase === 'deciding' && { done: true }),
    ...(state.dependsOnValue && { dependsOnValue: true as const }),
  };
}

const stepOnScreen = ({ guide, step, mode, dependsOnValue }: WalkOnScreen): string | null =>
  stepKey({ pack: guide.pack.id, guide: guide.id, step: step.id, mode, trail: [], dependsOnValue });
