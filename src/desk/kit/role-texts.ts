import type { Role } from '../../model/hub-api/role.ts';

/** What each role may do, to stand after "You are signed in as …:". */
export const ROLE_TEXTS: Record<Role, string> = {
  viewer: 'you see figures, but not what people wrote',
  facilitator: 'you see figures and read what people wrote',
  author: 'you see figures to write guides by and read what colleagues propose, but not feedback',
  publisher: 'you see figures, read what colleagues propose and publish packs, but do not read feedback',
  admin: 'you may do everything, end sign-ins and read the access log',
};
