import { ARIA_ROLES } from '../model/entry/aria-roles.ts';

/** A role as it may leave the device. A page can write anything into the attribute `role`, so any word that is no role counts as none. */
export const discloseRole = (role: string): string => (ARIA_ROLES.has(role) ? role : 'generic');
