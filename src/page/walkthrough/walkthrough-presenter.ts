import type { Ask } from '../../messaging/ask.ts';
import { aboutGuide, type LocalizedStep } from '../../model/pack/localized-guide.ts';
import type { OverlayState } from '../../overlay/overlay-state.ts';
import { createPlayer, type Player, type PlayerDeps } from '../../player/create-player.ts';
import { onTrusted } from '../../runtime/on-trusted.ts';
import type { Translate } from '../../runtime/translate.ts';
import type { PageHandle } from '../page-handle.ts';
import { pageRoute } from '../page-route.ts';
import type { ModesScript } from './modes-script.ts';
import { createPlayerPage } from './player-page.ts';
import { createProgressSaver } from './progress-saver.ts';
import { stepAnnouncement } from './step-announcement.ts';
import { createWalkResumer, type WalkResumerDeps } from './walk-resumer.ts';

interface WalkthroughPresenterDeps extends Omit<WalkResumerDeps, 'player'>, Pick<PageHandle, 'load'> {
  ask: Ask;
  t: Translate;
  /** Look for what the player now needs; `restart` if what was found before counts no more. */
  locate: (restart?: boolean) => void;
  /** The player has changed: the other frames of the tab are to know. */
  onChange: () => void;
  lifetime: AbortSignal;
}

/** The player on this page: what it saves and records goes to the background, what it shows to the overlay. */
export function createWalkthroughPresenter(deps: WalkthroughPresenterDeps) {
  const { state, load, ask, context, t, locate, onChange, lifetime } = deps;

  const showOrClear: Pick<PlayerDeps, 'show' | 'clear'> = {
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
      state.cardSpot.value = null;
      state.announcement.value = '';
      locate();
      onChange();
    },
  };

  async function record(...[guide, what, step]: Parameters<PlayerDeps['record']>): Promise<void> {
    const route = pageRoute(context());
    const reply = await ask('guide', { route, about: aboutGuide(guide, step), what });
    if (!reply.ok) console.debug('[cairn]', reply.why);
  }

  const saver = createProgressSaver({ ask, context, state });
  const player: Player = createPlayer({
    ...showOrClear,
    page: () => createPlayerPage(state),
    saveProgress: saver.save,
    record: (...event) => void record(...event),
    noteFinished: (guide) => void ask('guide.finishedUnrecorded', { about: aboutGuide(guide) }),
    locate: () => locate(true),
    perform: async (step) => {
      const modes = await load('modes');
      const why = await performStep(step, { state, perform: modes?.perform, lifetime });
      player.send(why ? { is: 'refused', why } : { is: 'performed' });
    },
  });
  onTrusted(window, 'click', () => player.send({ is: 'touched' }), lifetime, { capture: true });
  return { player, moveCard: saver.moveCard, ...createWalkResumer({ ...deps, player }) };
}

interface PerformStepDeps {
  state: Pick<OverlayState, 'walk'>;
  /** Undefined where it could not be loaded. */
  perform: ModesScript['perform'] | undefined;
  lifetime: AbortSignal;
}

function performStep({ do: act }: LocalizedStep, { state: { walk }, perform, lifetime }: PerformStepDeps) {
  const control = walk.value?.target;
  return control && act && perform ? perform(control, act, lifetime) : ('gone' as const);
}
