import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { accounts, type SampleAccount } from './accounts.ts';

const COOKIE_NAME = 'sample-orders-session'; // named after us: cookies of 127.0.0.1 are shared by all its ports

/** Who is signed in, for as long as the gateway lives. */
export function openSessions() {
  const sessions = new Map<string, SampleAccount>();
  return {
    accountOf: (request: IncomingMessage) => sessions.get(cookieOf(request)),
    /** The cookie for a new session, or nothing when the account or the password is wrong. */
    begin: (name: string, password: string): string | undefined => {
      const account = accounts.find((one) => one.name === name.trim().toLowerCase() && one.password === password);
      if (!account) return undefined;
      const id = randomBytes(24).toString('base64url');
      sessions.set(id, account);
      return `${COOKIE_NAME}=${id}; Path=/; HttpOnly; SameSite=Lax`;
    },
    /** The cookie that takes the session away. */
    end: (request: IncomingMessage): string => {
      sessions.delete(cookieOf(request));
      return `${COOKIE_NAME}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`;
    },
  };
}

function cookieOf(request: IncomingMessage): string {
  const pairs = (request.headers.cookie ?? '').split(/;\s*/).map((pair) => pair.split('='));
  return pairs.find(([name]) => name === COOKIE_NAME)?.[1] ?? '';
}
