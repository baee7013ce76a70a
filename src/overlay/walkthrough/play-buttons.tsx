import { onlyTrusted } from '../host/only-trusted.ts';
import type { PlayButtonsProps } from '../overlay-state.ts';

const SPEEDS = [0.5, 1, 2];

/** Pause and resume, next step, and speed. Stepping by hand pauses, so that nobody is hurried who reads at their own pace. */
export function PlayButtons({ walk, playback: { paused, speed }, hasMain, t, actions }: PlayButtonsProps) {
  const { setPlayback, completePlayback } = actions;
  const stepByHand = () => {
    setPlayback({ paused: true });
    completePlayback();
  };
  return (
    <>
      <button type="button" class={hasMain ? '' : 'main'} onClick={onlyTrusted(() => setPlayback({ paused: !paused }))}>
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
