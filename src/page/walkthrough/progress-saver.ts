import type { Ask } from '../../messaging/ask.ts';
import { sendUntilAnswered } from '../../messaging/send-until-answered.ts';
import type { Progress } from '../../model/person/progress.ts';
import type { OverlayState, WalkActions } from '../../overlay/overlay-state.ts';
import type { PlayerDeps } from '../../player/create-player.ts';
import type { PageContext } from '../page-handle.ts';

interface ProgressSaverDeps {
  ask: Ask;
  context: () => PageContext;
  state: Pick<OverlayState, 'cardSpot'>;
}

interface ProgressSaver extends Pick<WalkActions, 'moveCard'> {
  save: PlayerDeps['saveProgress'];
}

/** Sends how far the person is and where they have put the card; again, while nobody answers and nothing newer is to be sent. */
export function createProgressSaver({ ask, context, state }: ProgressSaverDeps): ProgressSaver {
  let latest: Progress | null | undefined;

  function send(progress: Progress | null, take: boolean): void {
    latest = progress;
    void sendUntilAnswered(
      () => ask('progress', { progress, ...(take && { take }) }),
      () => latest === progress,
    );
  }
  const withCard = (progress: Omit<Progress, 'card' | 'at'>): Progress => {
    const card = state.cardSpot.value;
    return { ...progress, ...(card && { card }), at: Date.now() };
  };

  return {
    save(guide, resumePoint, take) {
      const ids = { app: context().app.id, pack: guide.pack.id, guide: guide.id };
      send(resumePoint && withCard({ ...ids, ...resumePoint }), take);
    },
    moveCard(spot) {
      state.cardSpot.value = spot;
      if (!latest) return;
      const { card: _, ...progress } = latest;
      send(withCard(progress), false);
    },
  };
}
