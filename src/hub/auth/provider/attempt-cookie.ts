import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import type { HubDeps } from '../../http/hub-deps.ts';

const ATTEMPT_SECONDS = 600;

const signInAttempt = z.strictObject({
  provider: z.string(),
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  /** The person proves again who they are. */
  confirm: z.boolean(),
  /** The sign-in that the new one takes the place of. */
  replaces: z.uuid().nullable(),
  /** Query of the desk's page to come back to. */
  returnTo: z.string(),
});
export type StoredAttempt = z.infer<typeof signInAttempt>;

/**
 * The cookie that binds what comes back from a provider to the browser that left for it. It is `Lax` and not `Strict`, because browsers
 * send no `Strict` cookie when another site leads to the hub. Nothing in it is of use without the code that the provider gives.
 */
const nameOf = (hub: HubDeps) => (isHttps(hub) ? '__Host-cairn_sign_in' : 'cairn_sign_in');
const optionsOf = (hub: HubDeps) => ({ httpOnly: true, sameSite: 'Lax', path: '/', secure: isHttps(hub) }) as const;
const isHttps = ({ publicUrl }: HubDeps): boolean => publicUrl().startsWith('https:');

export function setAttempt(c: Context, hub: HubDeps, attempt: StoredAttempt): void {
  const text = Buffer.from(JSON.stringify(attempt)).toString('base64url');
  setCookie(c, nameOf(hub), text, { ...optionsOf(hub), maxAge: ATTEMPT_SECONDS });
}

/** The attempt of this browser. It can be used once. */
export function takeAttempt(c: Context, hub: HubDeps): StoredAttempt | undefined {
  const text = getCookie(c, nameOf(hub));
  deleteCookie(c, nameOf(hub), optionsOf(hub));
  try {
    return signInAttempt.parse(JSON.parse(Buffer.from(text ?? '', 'base64url').toString()));
  } catch {
    return undefined;
  }
}
