import type { WalkMessage } from '../../messaging/messages.ts';
import type { Progress } from '../../model/person/progress.ts';
import type { OverlayState } from '../../overlay/overlay-state.ts';
import type { Player } from '../../player/create-player.ts';
import type { GuideBodies } from '../guides/guide-bodies.ts';
import type { PageContext } from '../page-handle.ts';
import { createWalkWithdrawal } from './walk-withdrawal.ts';

export interface WalkResumerDeps {
  state: OverlayState;
  context: () => PageContext;
  bodies: GuideBodies;
  player: Player;
  /** A frame of another origin offers nothing: the page around it does. */
  isSubframe: boolean;
  /** The player is about to resume what the background stored. */
  onResume: (stored: Progress) => void;
}

/** Brings walkthroughs into the player: started here, resumed after a page load, or followed from another frame. */
export function createWalkResumer({ state, context, bodies, player, isSubframe, onResume }: WalkResumerDeps) {
  const { find, withdraw } = createWalkWithdrawal({ state, bodies, player, isSubframe });
  let latestFollow: object | null = null;
  async function start(pack: string, id: string): Promise<boolean> {
    const guide = await find(pack, id);
    if (guide) player.start(guide);
    return guide !== undefined;
  }

  /** After a page load, a restart, or a message that something has changed. */
  async function resume(): Promise<void> {
    const { walk } = context();
    if (!walk || walk.inThisTab) state.walkOffer.value = null;
    else player.discard();
    if (walk?.isWithdrawn) withdraw(walk);
    else state.content.withdrawn.value = null;
    if (!walk || walk.isWithdrawn || (walk.inThisTab && isWalking())) return;
    // The card at the end stands in the page itself.
    if (walk.finished && isSubframe) return;
    const guide = await find(walk.pack, walk.guide);
    // A later arrival decides for itself.
    if (!guide || context().walk !== walk) return;
    if (!walk.inThisTab) state.walkOffer.value = isSubframe ? null : guide;
    else if (!isWalking()) {
      onResume(walk);
      state.cardSpot.value = walk.card ?? null;
      player.resume(guide, walk);
    }
  }

  /** The card of a walkthrough stays on screen after the player has finished it. */
  const isWalking = (): boolean => player.activeWalk() !== null || state.walk.value !== null;

  async function resumeHere(): Promise<void> {
    const { walk } = context();
    const guide = walk ? await find(walk.pack, walk.guide) : undefined;
    if (!walk || !guide) return;
    state.cardSpot.value = walk.card ?? null;
    player.resume(guide, walk, true);
  }

  async function follow(position: NonNullable<WalkMessage['progress']>): Promise<void> {
    latestFollow = position;
    const active = player.activeWalk()?.guide;
    if (active?.id === position.guide && active.pack.id === position.pack) {
      player.follow(active, position);
      return;
    }
    const guide = await find(position.pack, position.guide);
    if (guide && latestFollow === position) player.follow(guide, position);
  }

  return {
    start,
    resume: () => void resume(),
    resumeHere: () => void resumeHere(),
    /** Another frame is at this position; null if it has ended the walkthrough. */
    follow(position: WalkMessage['progress']): void {
      if (position) void follow(position);
      else {
        latestFollow = null;
        player.discard();
      }
    },
  };
}
