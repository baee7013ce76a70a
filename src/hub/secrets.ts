import { createSignInLink, hasNoAccounts, type SignInLink } from './auth/sign-in-link.ts';
import { createFirstToken, hasToken } from './installs/create-first-token.ts';
import type { Log } from './log/log.ts';
import type { Store } from './store/store.ts';

/** Secrets that only the person who runs the hub may see. They are printed to that person and never written to the log. */
export const secretText = {
  link: ({ url, role }: SignInLink) => `Sign in to the desk as ${role}, once and within 24 hours: ${url}`,
  token: (token: string) => `Enrolment token for the managed policy, shown only now: ${token}`,
};

export interface FirstStartDeps {
  store: Store;
  log: Log;
  now: () => Date;
  publicUrl: string;
  /** The environment gives the enrolment token, so the hub creates none. */
  isTokenGiven: boolean;
  /** Prints a line to the person at the terminal. Without a terminal it is undefined: what is printed then ends in somebody's log. */
  print: ((line: string) => void) | undefined;
}

/**
 * Creates and prints the secrets of a first start: the enrolment token, and a sign-in link as long as nobody has signed in. Without a
 * terminal none is created, and the log says by which command to get it.
 */
export async function announceFirstSecrets({ store, log, now, publicUrl, isTokenGiven, print }: FirstStartDeps): Promise<void> {
  if (!print) {
    if (!isTokenGiven && !(await hasToken(store))) log.warn('no enrolment token yet: "node src/hub/start.mjs token" makes it');
    if (await hasNoAccounts(store)) log.info('nobody signed in yet: "node src/hub/start.mjs link" makes a sign-in link');
    return;
  }
  const token = isTokenGiven ? undefined : await createFirstToken(store, now());
  if (token) print(secretText.token(token));
  if (await hasNoAccounts(store)) print(secretText.link(await createSignInLink(store, { role: 'admin', now: now(), publicUrl })));
}
