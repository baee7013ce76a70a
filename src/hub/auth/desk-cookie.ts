import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { HubDeps } from '../http/hub-deps.ts';

/**
 * Name of the desk's session cookie. With the prefix `__Host-`, browsers accept it only over https, from this very host and for all its
 * paths, so that no neighbouring subdomain can plant one. Browsers refuse the prefix over http, as in a trial on one machine.
 */
export const deskCookieName = ({ publicUrl }: Pick<HubDeps, 'publicUrl'>): '__Host-cairn_session' | 'cairn_session' =>
  isHttps({ publicUrl }) ? '__Host-cairn_session' : 'cairn_session';

export const readDeskCookie = (c: Context, hub: HubDeps): string | undefined => getCookie(c, deskCookieName(hub));

export const setDeskCookie = (c: Context, hub: HubDeps, { secret, endsAt }: { secret: string; endsAt: Date }): void =>
  setCookie(c, deskCookieName(hub), secret, { ...optionsOf(hub), expires: endsAt });

export function deleteDeskCookie(c: Context, hub: HubDeps): void {
  deleteCookie(c, deskCookieName(hub), optionsOf(hub));
}

const optionsOf = (hub: HubDeps) => ({ httpOnly: true, sameSite: 'Strict', path: '/', secure: isHttps(hub) }) as const;
const isHttps = ({ publicUrl }: Pick<HubDeps, 'publicUrl'>): boolean => publicUrl().startsWith('https:');
