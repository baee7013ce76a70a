import type { ShownGuide } from '../model/shown.ts';
import { isOpened } from './judge-unasked.ts';
import type { Verdict } from './verdict.ts';

/** Why a guide of that kind is, or is not, shown, in the words of `say`. Message names take no hyphens. */
export function sayVerdict(
  { kind, verdict }: { kind: ShownGuide['kind']; verdict: Verdict },
  say: (key: string, ...values: string[]) => string,
): string {
  if (verdict.fits) return say(kind === 'tip' ? 'why_fits_tip' : isOpened({ kind }) ? 'why_fits_opened' : 'why_fits_prompt');
  const [first = '', second = '', ...rest] = verdict.by;
  const was = verdict.rule === 'after' || verdict.rule === 'unless' ? say(`was_${second}`) : second;
  return say(`why_${verdict.rule.replaceAll('-', '_')}`, first, was, ...rest);
}
