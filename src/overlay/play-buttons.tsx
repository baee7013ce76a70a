import type { StepProps } from './step-props.ts';
import { trusted } from './trusted.ts';

const speeds = [0.5, 1, 2];

/** Pause and play, on by a step, and how fast. Stepping by hand pauses: who reads at their own pace is not hurried. */
export function PlayButtons({ walk, state, say, acts }: StepProps) {
  const { paused, speed } = state.playback.value;
  const { play, played } = acts.walk;
  const step = () => {
    play({ paused: true });
    played();
  };
  return (
    <>
      <button type="button" class="main" aria-pressed={paused} onClick={trusted(() => play({ paused: !paused }))}>
        {say(paused ? 'play' : 'pause')}
      </button>
      <button type="button" onClick={trusted(step)}>
        {say(walk.at + 1 === walk.guide.steps.length ? 'finish' : 'next')}
      </button>
      <button
        type="button"
        class="speed"
        aria-label={say('speed', `${speed}×`)}
        onClick={trusted(() => play({ speed: speeds[(speeds.indexOf(speed) + 1) % speeds.length]! }))}
      >
        {`${speed}×`}
      </button>
    </>
  );
}
