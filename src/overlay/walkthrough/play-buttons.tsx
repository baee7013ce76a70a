import { onlyTrusted } from '../host/only-trusted.ts';
import type { StepProps } from './step-props.ts';

const SPEEDS = [0.5, 1, 2];

/** Pause and resume, next step, and speed. Stepping by hand pauses, so that nobody is hurried who reads at their own pace. */
export function PlayButtons({ walk, outOfSight, state, t, actions }: StepProps) {
  const { paused, speed } = state.playback.value;
  const { setPlayback, completePlayback } = actions.walk;
  const stepByHand = () => {
    setPlayback({ paused: true });
    completePlayback();
  };
  return (
    <>
      <button
        type="button"
        class={outOfSight === 'scrolled' ? '' : 'main'}
        onClick={onlyTrusted(() => setPlayback({ paused: !paused }))}
      >
        {t(paused ? 'resume' : 'pause')}
      </button>
      <button type="button" onClick={onlyTrusted(stepByHand)}>
        {t(walk.stepIndex + 1 === walk.guide.steps.length ? 'finish' : 'next')}
      </button>
      <button
        type="button"
        class="speed"
        aria-label={t('speed', `${speed}×`)}
        onClick={onlyTrusted(() => setPlayback({ speed: SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length]! }))}
      >
        <bdi dir="ltr">{`${speed}×`}</bdi>
      </button>
    </>
  );
}
