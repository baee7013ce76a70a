import { useState } from 'preact/hooks';
import { plainText } from '../../model/text/rich-text.ts';
import { after } from '../../runtime/lifetime.ts';
import type { Playback, WalkOnScreen } from '../overlay-state.ts';
import { useLifetime } from '../ui/use-lifetime.ts';

/** What the ghost pointer does: it rests, goes to the control, acts on it as a person would, and lets the text be read. */
type GhostStage = 'rest' | 'go' | 'act' | 'read';

/** Milliseconds on the way and at the act. The way takes a little less than people need, so that the eye can follow. */
const TRAVEL_MS = 900;
const ACT_MS = 700;
/** Reading: 200 words a minute are some 60 ms a character, and half of the words are known from the card before. */
const readingMs = ({ step }: WalkOnScreen): number => 1500 + 45 * (step.title.text.length + plainText(step.body.rich).length);

/** Plays the steps one after the other while the ghost leads; holds while paused, out of sight, or while the control is looked for. */
export function usePlayback(
  walk: WalkOnScreen,
  { paused, speed }: Playback,
  outOfSight: boolean,
  onPlayed: () => void,
): GhostStage {
  const [stage, setStage] = useState<GhostStage>('rest');
  const { phase, mode } = walk;
  const isPlaying = mode === 'show' && (phase === 'showing' || phase === 'missing' || phase === 'elsewhere') && !outOfSight;
  const hasTarget = phase === 'showing' && walk.target !== null;
  useLifetime(
    (lifetime) => {
      setStage(isPlaying && hasTarget ? 'go' : 'rest');
      if (!isPlaying || paused) return;
      const schedule = (ms: number, callback: () => void) => after(ms / speed, callback, lifetime);
      if (hasTarget) {
        schedule(TRAVEL_MS, () => setStage('act'));
        schedule(TRAVEL_MS + ACT_MS, () => setStage('read'));
      }
      schedule((hasTarget ? TRAVEL_MS + ACT_MS : 0) + readingMs(walk), onPlayed);
    },
    [isPlaying, hasTarget, paused, speed, walk.step.id, walk.target],
  );
  return stage;
}
