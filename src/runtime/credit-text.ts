import type { Credit } from '../model/pack/credit.ts';
import type { Translate } from './translate.ts';

/** Who showed how, as far as they chose to be named. */
export function creditText({ name, department }: Credit, t: Translate): string {
  if (name) return department ? t('creditBoth', name, department) : t('creditNamed', name);
  return department ? t('creditDepartment', department) : t('creditNone');
}
