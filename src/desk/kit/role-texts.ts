import type { Role } from '../../model/hub-api/role.ts';

/** What each role may do, to stand after "You are signed in as …:". */
export const ROLE_TEXTS: Record<Role, string> = {
  viewer: 'you see figures, but not what people wrote',
  facilitator: 'you see figures and read what people wrote',
  author: 'you see figures to write guides by, but not what people wrote',
  publisher: 'you see figures and publish packs, but do not read what people wrote',
  admin: 'you may do everything, end sign-ins and read the access log',
};
