import type { AnchorHealth } from '../../messaging/studio-messages.ts';
import type { StepNotes } from '../../model/studio/studio-draft.ts';
import { controlText } from '../../runtime/control-text.ts';
import { type Translate, underscored } from '../../runtime/translate.ts';

/** Each state has a shape of its own, so that nobody depends on colour. */
const MARKS: Record<
  AnchorHealth['is'] | NonNullable<StepNotes['strength']>,
  [mark: string, tone: 'good' | 'fair' | 'poor' | 'none']
> = {
  only: ['●', 'good'],
  sure: ['●', 'good'],
  found: ['●', 'good'],
  weak: ['▲', 'fair'],
  hidden: ['◐', 'fair'],
  ambiguous: ['■', 'poor'],
  absent: ['✕', 'poor'],
  'other-page': ['○', 'none'],
  'no-page': ['○', 'none'],
};

/** How well a control that was recorded can be told from the others, and which one is most like it. */
export function StrengthLight({ notes, t }: { notes: StepNotes; t: Translate }) {
  const { strength, rival } = notes;
  if (!strength) return null;
  return (
    <span class="light-line">
      <Light is={strength} text={t(`strength_${strength}`)} />
      {rival && strength !== 'only' && <span class="soft">{t('studioRival', controlText(rival, t))}</span>}
    </span>
  );
}

/** How a control fares on the page in front. */
export function HealthLight({ health, t }: { health: AnchorHealth; t: Translate }) {
  return (
    <span class="light-line">
      <Light is={health.is} text={t(`health_${underscored(health.is)}`)} />
      {health.because && (
        <span class="soft" lang="en" dir="ltr">
          {health.because}
        </span>
      )}
    </span>
  );
}

const Light = ({ is, text }: { is: keyof typeof MARKS; text: string }) => (
  <span class={`light ${MARKS[is][1]}`}>
    <span aria-hidden="true">{MARKS[is][0]}</span> {text}
  </span>
);
