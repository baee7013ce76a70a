import type { LocalizedGuide } from '../model/pack/localized-guide.ts';
import { isOpenedByPerson } from './judge-preferences.ts';
import type { TargetingVerdict } from './verdict.ts';

/** Why a guide of that kind is, or is not, shown, in the words of `say`. Message names take no hyphens. */
export function describeVerdict(
  { kind, verdict }: { kind: LocalizedGuide['kind']; verdict: TargetingVerdict },
  t: (key: string, ...values: string[]) => string,
): string {
  if (verdict.fits)
    return t(kind === 'tip' ? 'why_fits_tip' : isOpenedByPerson({ kind }) ? 'why_fits_opened' : 'why_fits_prompt');
  const [first = '', second = '', ...rest] = verdict.by;
  const state = verdict.rule === 'after' || verdict.rule === 'unless' ? t(`was_${second}`) : second;
  return t(`why_${verdict.rule.replaceAll('-', '_')}`, first, state, ...rest);
}
