import { type Ask, isUnanswered } from '../../src/messaging/ask.ts';
import { routeTemplate } from '../../src/model/route-template.ts';
import { aboutGuide, walkthroughOf } from '../../src/model/shown.ts';
import type { OverlayState } from '../../src/overlay/overlay-state.ts';
import { createPlayer, type Player } from '../../src/player/play.ts';
import type { Say } from '../../src/runtime/say.ts';
import type { Here } from '../page/handle.ts';

interface Wiring {
  state: OverlayState;
  ask: Ask;
  here: () => Here;
  say: Say;
  /** Look for what the player now needs; `anew` if what was found before counts no more. */
  seek: (anew?: boolean) => void;
  /** Hears of each change, for the other frames of the tab. */
  tell: (player: Player) => void;
}

/** The player on this page: what it keeps and records goes to the background, what it shows to the overlay. */
export function createPlaying({ state, ask, here, say, seek, tell }: Wiring) {
  const player: Player = createPlayer({
    url: () => location.href,
    keep: (guide, step) => {
      const running = step && { app: here().app.id, pack: guide.pack.id, guide: guide.id, step, at: Date.now() };
      void ask('progress', { progress: running || null });
    },
    record: (guide, what, step) =>
      void ask('guide', { route: routeTemplate(location.href, here().places), about: aboutGuide(guide, step), what }).then(
        (reply) => {
          if (isUnanswered(reply)) console.debug('[cairn]', reply.unanswered);
        },
      ),
    seek: () => seek(true),
    show: (guide, { phase, step: at }, step) => {
      if (phase === 'left') return;
      const before = state.walk.value;
      const stays = before?.step.id === step.id && phase === 'showing';
      state.walk.value = { guide, step, at, phase, beside: stays ? before.beside : null };
      state.openTip.value = null;
      state.said.value =
        phase === 'finished'
          ? say('finishedBody', guide.title.words)
          : `${say('stepCount', String(at + 1), String(guide.steps.length))}. ${step.title.words}`;
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

  /** Take up a walkthrough where it was left: after a page load, a restart, or in answer to a changed policy. */
  function resume(): void {
    const { running, guides } = here();
    if (!running || player.running() || state.walk.value) return;
    open(running.guide, running.pack, running.step, guides);
  }

  function open(id: string, pack: string, step: string, guides = here().guides): void {
    const guide = walkthroughOf(guides, pack, id);
    if (guide) player.open(guide, step);
  }
  return { player, resume, open };
}
