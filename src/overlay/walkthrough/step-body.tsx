import type { RefObject } from 'preact';
import { restatesTitle } from '../../model/text/rich-text.ts';
import { creditText } from '../../runtime/credit-text.ts';
import { RichView } from '../ui/rich-view.tsx';
import { CardHandle, CardHead } from './card-head.tsx';
import { ModeChoice } from './mode-choice.tsx';
import { StepButtons } from './step-buttons.tsx';
import { noticeOf } from './step-notice.ts';
import { stepPosition } from './step-position.ts';
import type { StepProps } from './step-props.ts';

/** The content of a step's card: the progress, what to do, and what prevents it. */
export function StepBody({ card, ...props }: StepProps & { card: RefObject<HTMLElement | null> }) {
  const { state, walk, t, actions } = props;
  const { step, guide, phase, trail } = walk;
  const { position, count } = stepPosition(walk);
  const isMissing = phase === 'missing' && walk.mode !== 'show';
  const instead = isMissing ? step.fallbackBody : undefined;
  const body = instead ?? step.body;
  const movable = { card, move: actions.walk.moveCard };
  return (
    <>
      <CardHead {...movable}>
        {t('stepCount', String(position), String(count))}
        {guide.pack.sample && <span class="sample"> · {t('sample')}</span>}
      </CardHead>
      {guide.credit && <p class="credit">{creditText(guide.credit, t)}</p>}
      <progress max={count} value={position - 1} aria-hidden="true" />
      <h2 lang={step.title.language} dir="auto">
        {step.title.text}
      </h2>
      <Notice {...props} />
      {!restatesTitle(body.rich, step.title.text) && (
        <div class={`body ${isMissing && !instead ? 'moot' : ''}`} lang={body.language} dir="auto">
          <RichView rich={body.rich} />
        </div>
      )}
      {trail.length === 0 && <ModeChoice walk={walk} t={t} actions={actions.walk} />}
      <StepButtons {...props} />
      <CardHandle {...movable} isMoved={state.cardSpot.value !== null} t={t} />
    </>
  );
}

function Notice({ walk, outOfSight, t }: StepProps) {
  const notice = noticeOf(walk, outOfSight);
  if (!notice) return null;
  return (
    <p class={`notice ${notice.tone}`} lang={notice.language} dir={notice.language ? 'auto' : undefined}>
      {notice.text(t)}
    </p>
  );
}
