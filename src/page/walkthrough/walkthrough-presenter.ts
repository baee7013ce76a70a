import type { Ask } from '../../messaging/ask.ts';
import type { WalkMessage } from '../../messaging/messages.ts';
import { sendUntilAnswered } from '../../messaging/send-until-answered.ts';
import { routeTemplate } from '../../model/entry/route-template.ts';
import { aboutGuide, type LocalizedWalkthrough, walkthroughOf } from '../../model/pack/localized-guide.ts';
import type { Progress, ResumePoint } from '../../model/person/progress.ts';
import type { OverlayState } from '../../overlay/overlay-state.ts';
import { createPlayer, type Player } from '../../player/create-player.ts';
import { perform } from '../../player/perform.ts';
import type { Translate } from '../../runtime/translate.ts';
import type { PageContext } from '../page-handle.ts';
import { createPlayerPage } from './player-page.ts';
import { stepAnnouncement } from './step-announcement.ts';

interface WalkthroughPresenterDeps {
  state: OverlayState;
  ask: Ask;
  context: () => PageContext;
  t: Translate;
  /** Look for what the player now needs; `anew` if what was found before counts no more. */
  locate: (anew?: boolean) => void;
  /** A frame of another origin offers nothing: the page around it does. */
  isSubframe: boolean;
  /** The player has changed: the other frames of the tab are to know. */
  onChange: () => void;
  /** The player is about to resume what the background stored. */
  onResume: (stored: Progress) => void;
}

/** The player on this page: what it keeps and records goes to the background, what it shows to the overlay. */
export function createWalkthroughPresenter({
  state,
  ask,
  context,
  t,
  locate,
  isSubframe,
  onChange,
  onResume,
}: WalkthroughPresenterDeps) {
  const latest: { progress?: Progress | null } = {};

  function saveProgress(guide: LocalizedWalkthrough, progressedStep: ResumePoint | null, take: boolean): void {
    const progress = progressedStep && {
      app: context().app.id,
      pack: guide.pack.id,
      guide: guide.id,
      ...progressedStep,
      at: Date.now(),
    };
    latest.progress = progress;
    void sendUntilAnswered(
      () => ask('progress', { progress, ...(take && { take }) }),
      () => latest.progress === progress,
    );
  }

  const player: Player = createPlayer({
    page: () => createPlayerPage(state),
    saveProgress,
    record: (guide, what, step) =>
      void ask('guide', { route: routeTemplate(location.href, context().places), about: aboutGuide(guide, step), what }).then(
        (reply) => {
          if (!reply.ok) console.debug('[cairn]', reply.why);
        },
      ),
    locate: () => locate(true),
    perform: ({ do: action }) => {
      const control = state.walk.value?.target;
      const why = control && action ? perform(control, action) : 'gone';
      player.send(why ? { is: 'refused', why } : { is: 'performed' });
    },
    show: (guide, { step: stepIndex, ...walkState }, step) => {
      const previous = state.walk.value;
      const isSameStep = previous?.guide === guide && previous.step.id === step.id && walkState.phase === 'showing';
      state.walk.value = { ...walkState, guide, step, stepIndex, target: isSameStep ? previous.target : null };
      state.openTip.value = null;
      state.walkOffer.value = null;
      state.announcement.value = stepAnnouncement(state.walk.value, t);
      locate();
      onChange();
    },
    clear: () => {
      state.walk.value = null;
      state.announcement.value = '';
      locate();
      onChange();
    },
  });

  const guideOf = ({ pack, guide }: { pack: string; guide: string }) => walkthroughOf(context().guides, pack, guide);

  /** Take up a walkthrough where it was left: after a page load, a restart, or in answer to a changed policy. */
  function resume(): void {
    const { walk } = context();
    const guide = walk && guideOf(walk);
    if (walk && !walk.inThisTab && guide) {
      player.discard();
      state.walkOffer.value = isSubframe ? null : guide;
    } else {
      state.walkOffer.value = null;
      if (!walk || !guide || player.activeWalk() || state.walk.value) return;
      onResume(walk);
      player.resume(guide, walk);
    }
  }

  return {
    player,
    resume,
    follow: (running: NonNullable<WalkMessage['progress']>) => {
      const guide = guideOf(running);
      if (guide) player.follow(guide, running);
    },
  };
}
