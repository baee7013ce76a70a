import type { LocalizedWalkthrough } from '../../model/pack/localized-guide.ts';
import type { Progress } from '../../model/person/progress.ts';
import type { OverlayState } from '../../overlay/overlay-state.ts';
import type { Player } from '../../player/create-player.ts';
import type { GuideBodies } from '../guides/guide-bodies.ts';

interface WalkWithdrawalDeps {
  state: OverlayState;
  bodies: GuideBodies;
  player: Pick<Player, 'discard'>;
  isSubframe: boolean;
}

/** Fetches walkthroughs, and takes one from the page that no pack in force has any more. */
export function createWalkWithdrawal({ state, bodies, player, isSubframe }: WalkWithdrawalDeps) {
  let latest: LocalizedWalkthrough | undefined;
  return {
    async find(pack: string, id: string): Promise<LocalizedWalkthrough | undefined> {
      const guide = await bodies.find('walkthrough', pack, id);
      latest = guide ?? latest;
      return guide;
    },

    /**
     * Nothing is saved, so that the person goes on there if it comes back. Another frame may have taken it off the screen before; the page
     * says so once.
     */
    withdraw({ pack, guide, inThisTab }: Pick<Progress, 'pack' | 'guide'> & { inThisTab: boolean }): void {
      player.discard();
      state.walkOffer.value = null;
      if (isSubframe || !inThisTab || latest?.id !== guide || latest.pack.id !== pack) return;
      state.content.withdrawn.value = latest;
      latest = undefined;
    },
  };
}
