import { computed, type Signal, signal } from '@preact/signals';
import type { Ask } from '../../messaging/ask.ts';
import type { WalkMessage } from '../../messaging/messages.ts';
import type { OverlayState, WalkOnScreen } from '../../overlay/overlay-state.ts';
import type { ActiveWalk, Player } from '../../player/create-player.ts';
import { on } from '../../runtime/lifetime.ts';

interface FrameSyncDeps {
  state: OverlayState;
  ask: Ask;
  /** Does this script run in a frame of another origin than the page around it? */
  isSubframe: boolean;
  lifetime: AbortSignal;
}

/**
 * A frame of another origin runs a script of its own, so several may lead one walkthrough in one tab. Each tells the others how far it
 * is and whether it shows the step beside its control: where one shows it, the others are still. The top goes before its frames.
 */
export function createFrameSync({ state, ask, isSubframe, lifetime }: FrameSyncDeps) {
  const ownFrameId = `${isSubframe ? 'frame' : 'a top'} ${Math.random()}`;
  const presenter = signal<string | null>(null);
  let lastSent = '';
  let isFollowing = false;
  const isShowing = (walk: WalkOnScreen | null) => walk?.phase === 'showing' && walk.target !== null;
  const elsewhere = () => presenter.value !== null && (!isShowing(state.walk.value) || presenter.value < ownFrameId);
  /** What is on screen here. A frame shows what it has found, and never that something is missing. */
  const visible = computed(() => {
    const walk = state.walk.value;
    if (!walk || elsewhere()) return null;
    return !isSubframe || isShowing(walk) || walk.phase === 'finished' ? walk : null;
  }) as Signal<WalkOnScreen | null>;

  function announce(player: Player, leaving = false): void {
    if (isFollowing) return;
    const now = player.activeWalk();
    const progress = now && positionOf(now);
    const body = { frameId: ownFrameId, progress, presenting: !leaving && isShowing(state.walk.value) };
    if (lastSent === JSON.stringify(body) || (lastSent === '' && !progress)) return;
    lastSent = JSON.stringify(body);
    void ask('walk.sync', body);
  }

  function receive(
    player: Player,
    { frameId, progress, presenting }: WalkMessage,
    open: (progress: NonNullable<WalkMessage['progress']>) => void,
  ): void {
    if (frameId === ownFrameId) return;
    const leaves = !presenting && presenter.value === frameId;
    presenter.value = presenting ? frameId : leaves ? null : presenter.value;
    const own = player.activeWalk();
    const isSameStep = positionKey(own && positionOf(own)) === positionKey(progress);
    // What this script did not find it could not miss while another showed it: it is looked for from the beginning.
    if (isSameStep && leaves && !isSubframe) player.send({ is: 'arrived' });
    if (!isSameStep) silently(() => (progress ? open(progress) : player.discard()));
  }

  /** Something done here that the other frames need not hear of. */
  function silently(act: () => void): void {
    isFollowing = true;
    act();
    isFollowing = false;
  }

  return {
    visible,
    /** May this script say that the control is not here? */
    mayReportMissing: () => !isSubframe && presenter.value === null,
    announce,
    receive,
    /** A page that the browser keeps whole must not come back with the step it left at: on the way back it is told where the person is. */
    leaveOnPageHide: (player: Player) =>
      on(
        window,
        'pagehide',
        () => {
          announce(player, true);
          silently(() => player.discard());
        },
        lifetime,
      ),
  };
}

const positionOf = ({ guide, step, state }: ActiveWalk) => ({
  pack: guide.pack.id,
  guide: guide.id,
  step: step.id,
  mode: state.mode,
  trail: state.trail.map((at) => guide.steps[at]!.id),
  ...(state.phase === 'deciding' && { done: true }),
});

const positionKey = (running: WalkMessage['progress']): string =>
  running ? [running.pack, running.guide, running.step, running.mode].join() : '';
