import { RichView } from './rich-view.tsx';
import { StepButtons } from './step-buttons.tsx';
import { noticeOf } from './step-notice.ts';
import type { StepProps } from './step-props.ts';
import { WayChoice } from './way-choice.tsx';

/** What the card of a step says: how far it is, what to do, and what stands in the way of that. */
export function StepBody(props: StepProps) {
  const { walk, say, acts } = props;
  const { step, guide, at, phase, trail } = walk;
  const instead = phase === 'missing' && walk.way !== 'show' ? step.otherwise : undefined;
  const words = instead ?? step.body;
  return (
    <>
      <p class="count">
        {say('stepCount', String(at + 1), String(guide.steps.length))}
        {guide.pack.sample && <span class="sample"> · {say('sample')}</span>}
      </p>
      <progress max={guide.steps.length} value={at + 1} aria-hidden="true" />
      <h2 lang={step.title.language} dir="auto">
        {step.title.words}
      </h2>
      <Notice {...props} />
      <div class="body" lang={words.language} dir="auto">
        <RichView rich={words.rich} />
      </div>
      {trail.length === 0 && <WayChoice walk={walk} say={say} acts={acts.walk} />}
      <StepButtons {...props} />
    </>
  );
}

function Notice({ walk, outOfSight, say }: StepProps) {
  const notice = noticeOf(walk, outOfSight);
  if (!notice) return null;
  return (
    <p class={`notice ${notice.tone}`} lang={notice.language} dir={notice.language ? 'auto' : undefined}>
      {notice.words(say)}
    </p>
  );
}
