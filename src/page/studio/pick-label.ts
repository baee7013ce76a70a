import type { ObservedAct } from '../../model/studio/observed-act.ts';
import type { Translate } from '../../runtime/translate.ts';

type Judged = Pick<ObservedAct, 'strength' | 'rival'>;

/** How well a control can be told from the others, for whoever is about to pick it. */
export function strengthText({ strength, rival }: Judged, t: Translate): string {
  const other = rival && (rival.name ? `${rival.role} “${rival.name}”` : rival.role);
  switch (strength) {
    case 'only':
      return t('pickOnly');
    case 'sure':
      return t('pickSure');
    case 'weak':
      return other ? t('pickWeakFor', other) : t('pickWeak');
    case 'ambiguous':
      return other ? t('pickAmbiguousWith', other) : t('pickAmbiguous');
  }
}
