import type { ObservedControl } from '../../model/entry/control.ts';
import { controlText } from '../../runtime/control-text.ts';
import type { Translate } from '../../runtime/translate.ts';
import { onlyTrusted } from '../host/only-trusted.ts';
import type { FeedbackContext, OverlayActions } from '../overlay-state.ts';

interface SentControlProps {
  control: ObservedControl;
  context: Pick<FeedbackContext, 'disclosed' | 'includeName'>;
  t: Translate;
  actions: Pick<OverlayActions, 'includeName'>;
}

/** The control as it is sent. A name that nobody but the person can judge is sent only if they choose so. */
export function SentControl({ control: { role, name }, context, t, actions }: SentControlProps) {
  const { disclosed, includeName = false } = context;
  const isWithheld = disclosed?.masked === true;
  const included = isWithheld && includeName && name !== undefined ? { role, name } : undefined;
  const text = controlText(included ?? disclosed ?? { role }, t);
  return (
    <>
      <dt>{t('goesControl')}</dt>
      <dd>
        {isWithheld && !included ? t('goesMasked', text) : text}
        {isWithheld && name !== undefined && (
          <label class="include-name">
            <input
              type="checkbox"
              checked={includeName}
              onChange={onlyTrusted<Event>((event) => actions.includeName((event.target as HTMLInputElement).checked))}
            />
            {t('goesIncludeName', name)}
          </label>
        )}
      </dd>
    </>
  );
}
