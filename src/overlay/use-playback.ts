import { useEffect, useState } from 'preact/hooks';
import { plainText } from '../model/rich.ts';
import type { Playback, WalkOnScreen } from './overlay-state.ts';

/** What the ghost does: it rests, goes to the control, acts on it as a person would, and lets its words be read. */
export type GhostStage = 'rest' | 'go' | 'act' | 'read';

/** Milliseconds on the way and at the act; the way is a little shorter than people take, so that the eye can follow. */
export const goes = 900;
const actsFor = 700;
/** Reading: 200 words a minute are some 60 ms a character, and half of the words are known from the card before. */
const reads = ({ step }: WalkOnScreen): number => 1500 + 45 * (step.title.words.length + plainText(step.body.rich).length);

/** Plays the steps one after the other while they are led by the ghost; holds while paused, out of sight, or being looked for. */
export function usePlayback(
  walk: WalkOnScreen,
  { paused, speed }: Playback,
  outOfSight: boolean,
  played: () => void,
): GhostStage {
  const [stage, setStage] = useState<GhostStage>('rest');
  const { phase, way } = walk;
  const plays = way === 'show' && (phase === 'showing' || phase === 'missing' || phase === 'elsewhere') && !outOfSight;
  const points = phase === 'showing' && walk.beside !== null;
  useEffect(() => {
    setStage(plays && points ? 'go' : 'rest');
    if (!plays || paused) return undefined;
    const timers: ReturnType<typeof setTimeout>[] = [];
    const later = (ms: number, act: () => void) => timers.push(setTimeout(act, ms / speed));
    if (points) {
      later(goes, () => setStage('act'));
      later(goes + actsFor, () => setStage('read'));
    }
    later((points ? goes + actsFor : 0) + reads(walk), played);
    return () => timers.forEach(clearTimeout);
  }, [plays, points, paused, speed, walk.step.id, walk.beside]);
  return stage;
}
