import { type Ask, isUnanswered } from '../../src/messaging/ask.ts';
import { insist } from '../../src/messaging/insist.ts';
import type { WalkTold } from '../../src/messaging/messages.ts';
import type { KeptStep, Progress } from '../../src/model/progress.ts';
import { routeTemplate } from '../../src/model/route-template.ts';
import { aboutGuide, type ShownWalkthrough, walkthroughOf } from '../../src/model/shown.ts';
import type { OverlayState } from '../../src/overlay/overlay-state.ts';
import { perform } from '../../src/player/perform.ts';
import { createPlayer, type Player } from '../../src/player/play.ts';
import type { Say } from '../../src/runtime/say.ts';
import type { Here } from '../page/handle.ts';
import { judgePage } from './judging.ts';
import { wordFor } from './word-for.ts';

interface Wiring {
  state: OverlayState;
  ask: Ask;
  here: () => Here;
  say: Say;
  /** Look for what the player now needs; `anew` if what was found before counts no more. */
  seek: (anew?: boolean) => void;
  /** A frame of another origin offers nothing: the page around it does. */
  inner: boolean;
  /** Hears of each change, for the other frames of the tab. */
  tell: (player: Player) => void;
}

/** The player on this page: what it keeps and records goes to the background, what it shows to the overlay. */
export function createPlaying({ state, ask, here, say, seek, inner, tell }: Wiring) {
  const latest: { progress?: Progress | null } = {};

  function keep(guide: ShownWalkthrough, kept: KeptStep | null, take: boolean): void {
    const progress = kept && { app: here().app.id, pack: guide.pack.id, guide: guide.id, ...kept, at: Date.now() };
    latest.progress = progress;
    void insist(
      () => ask('progress', { progress, ...(take && { take }) }),
      () => latest.progress === progress,
    );
  }

  const player: Player = createPlayer({
    page: () => judgePage(state),
    keep,
    record: (guide, what, step) =>
      void ask('guide', { route: routeTemplate(location.href, here().places), about: aboutGuide(guide, step), what }).then(
        (reply) => {
          if (isUnanswered(reply)) console.debug('[cairn]', reply.unanswered);
        },
      ),
    seek: () => seek(true),
    perform: ({ do: act }) => {
      const control = state.walk.value?.beside;
      const why = control && act ? perform(control, act) : 'gone';
      player.hear(why ? { is: 'refused', why } : { is: 'performed' });
    },
    show: (guide, { step: at, ...stand }, step) => {
      const before = state.walk.value;
      const stays = before?.guide === guide && before.step.id === step.id && stand.phase === 'showing';
      state.walk.value = { ...stand, guide, step, at, beside: stays ? before.beside : null };
      state.openTip.value = null;
      state.offered.value = null;
      state.said.value = wordFor(state.walk.value, say);
      seek();
      tell(player);
    },
    clear: () => {
      state.walk.value = null;
      state.said.value = '';
      seek();
      tell(player);
    },
  });

  const guideOf = ({ pack, guide }: { pack: string; guide: string }) => walkthroughOf(here().guides, pack, guide);

  /** Take up a walkthrough where it was left: after a page load, a restart, or in answer to a changed policy. */
  function resume(): void {
    const { running } = here();
    const guide = running && guideOf(running);
    if (running && !running.here && guide) {
      player.drop();
      state.offered.value = inner ? null : guide;
    } else {
      state.offered.value = null;
      if (running && guide && !player.running() && !state.walk.value) player.resume(guide, running);
    }
  }

  return {
    player,
    resume,
    follow: (running: NonNullable<WalkTold['running']>) => {
      const guide = guideOf(running);
      if (guide) player.follow(guide, running);
    },
  };
}
