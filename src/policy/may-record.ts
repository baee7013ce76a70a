import type { Policy } from '../model/policy/policy.ts';

/** May the person record in this app? Everything of the studio depends on it. */
export function mayRecordIn(app: string, { studio }: Pick<Policy, 'studio'>): boolean {
  const isAllowedHere = studio.record === 'everybody' || (studio.record === 'authors' && studio.author);
  return isAllowedHere && (studio.apps?.includes(app) ?? true);
}

/** May the person record in any app? */
export const mayRecordAnywhere = (policy: Pick<Policy, 'apps' | 'studio'>): boolean =>
  policy.apps.some(({ id }) => mayRecordIn(id, policy));
