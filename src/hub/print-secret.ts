import { resolve } from 'node:path';
import type { Fault } from '../model/fault/fault.ts';
import { parseUrl } from '../model/text/parse-url.ts';
import { createSignInLink } from './auth/sign-in-link.ts';
import { askRunningHub, type FolderRequest } from './folder-requests.ts';
import { localUrl } from './http/listen.ts';
import { createFirstToken } from './installs/create-first-token.ts';
import type { Log } from './log/log.ts';
import { secretText } from './secrets.ts';
import type { Settings } from './settings.ts';
import { hasStore } from './store/has-store.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';

export interface PrintSecretDeps {
  log: Log;
  now: () => Date;
  print: (line: string) => void;
}

/** Makes a sign-in link or the first enrolment token and prints it, with a running hub or without. Returns what prevents it. */
export async function printSecret(
  settings: Settings,
  request: FolderRequest,
  { log, now, print }: PrintSecretDeps,
): Promise<Fault | undefined> {
  if (request.ask === 'token' && settings.CAIRN_ENROL_TOKEN) return tokenIsGiven;
  const reply = settings.DATABASE_URL ? undefined : await askRunningHub(settings.CAIRN_DATA, request);
  if (reply) return printOrExplain(request, reply.secret, print);
  if (!(await hasStore(settings))) return noStore(settings);
  const opening = await openStore(settings, log, async () => '');
  if (!opening.ok) return opening.fault;
  const secret = await makeSecret(opening.opened.store, request, settings, now());
  await opening.opened.close();
  return printOrExplain(request, secret, print);
}

async function makeSecret(store: Store, request: FolderRequest, settings: Settings, now: Date): Promise<string | null> {
  if (request.ask === 'token') return (await createFirstToken(store, now)) ?? null;
  const publicUrl = settings.CAIRN_PUBLIC_URL ?? localUrl(settings.HOST, settings.PORT);
  return createSignInLink(store, { name: request.name, now, publicUrl });
}

function printOrExplain({ ask }: FolderRequest, secret: string | null, print: (line: string) => void): Fault | undefined {
  if (secret === null) return tokenExists;
  print(secretText[ask](secret));
  return undefined;
}

/** A secret for a new, empty store would be of no use: nobody's hub runs on it. */
function noStore({ DATABASE_URL, CAIRN_DATA }: Settings): Fault {
  if (DATABASE_URL)
    return {
      path: 'DATABASE_URL',
      reason: `no hub has used the database ${databaseName(DATABASE_URL)} yet, and this command does not set it up`,
      remedy: 'Set DATABASE_URL to the database of the hub that this is for, or start that hub first: npm run hub.',
    };
  return {
    path: 'CAIRN_DATA',
    reason: `there is no store of a hub in ${resolve(CAIRN_DATA)}, and this command does not make one`,
    remedy: 'Set CAIRN_DATA (or DATABASE_URL) as it is set for the hub that this is for, or start that hub first: npm run hub.',
  };
}

/** Host and name of a database, without the user and the password. */
function databaseName(url: string): string {
  const { host, pathname } = parseUrl(url) ?? { host: '', pathname: '' };
  return `${host}${pathname}`;
}

const tokenIsGiven: Fault = {
  path: 'CAIRN_ENROL_TOKEN',
  reason: 'is set, so it is the only enrolment token of this hub',
  remedy: 'Put its value into the managed policy.',
};
const tokenExists: Fault = {
  path: 'token',
  reason: 'was made earlier, and is shown only once',
  remedy: 'If it is lost, start the hub with a new one in CAIRN_ENROL_TOKEN, and put that into the managed policy.',
};
