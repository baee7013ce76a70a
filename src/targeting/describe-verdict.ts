import type { LocalizedGuide } from '../model/pack/localized-guide.ts';
import type { Translate } from '../runtime/translate.ts';
import { isOpenedByPerson } from './judge-preferences.ts';
import type { TargetingRefusal, TargetingVerdict } from './verdict.ts';

/** Why a guide of that kind is, or is not, shown, in the reader's language. */
export function describeVerdict(
  { kind, verdict }: { kind: LocalizedGuide['kind']; verdict: TargetingVerdict },
  t: Translate,
): string {
  if (!verdict.fits) return describeRefusal(verdict, t);
  return t(kind === 'tip' ? 'why_fits_tip' : isOpenedByPerson({ kind }) ? 'why_fits_opened' : 'why_fits_prompt');
}

function describeRefusal({ rule, by: [first = '', second = '', third = ''] }: TargetingRefusal, t: Translate): string {
  switch (rule) {
    case 'requires-control':
      return t('why_requires_control');
    case 'dates':
      return t('why_dates', first, second);
    case 'audience':
      return t('why_audience', first, second, third);
    case 'stage':
      return t('why_stage', first, second, third);
    case 'after':
    case 'unless':
      return t(`why_${rule}`, first, describeState(second, t));
    case 'muted':
    case 'dismissed':
    case 'over':
    case 'feedback':
      return t(`why_${rule}`);
    case 'muted-app':
      return t('why_muted_app');
    case 'muted-guide':
      return t('why_muted_guide');
    default:
      return t(`why_${rule}`, first);
  }
}

const describeState = (state: string, t: Translate): string =>
  t(state === 'seen' ? 'guideState_seen' : state === 'dismissed' ? 'guideState_dismissed' : 'guideState_done');
