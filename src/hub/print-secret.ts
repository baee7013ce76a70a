import type { Fault } from '../model/fault/fault.ts';
import { createSignInLink } from './auth/sign-in-link.ts';
import { askRunningHub, type SecretRequest } from './folder-requests.ts';
import { localUrl } from './http/listen.ts';
import { createFirstToken } from './installs/create-first-token.ts';
import type { Log } from './log/log.ts';
import { noStore } from './no-store.ts';
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
  request: SecretRequest,
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

async function makeSecret(store: Store, request: SecretRequest, settings: Settings, now: Date): Promise<string | null> {
  if (request.ask === 'token') return (await createFirstToken(store, now)) ?? null;
  const publicUrl = settings.CAIRN_PUBLIC_URL ?? localUrl(settings.HOST, settings.PORT);
  return createSignInLink(store, { name: request.name, now, publicUrl });
}

function printOrExplain({ ask }: SecretRequest, secret: string | null, print: (line: string) => void): Fault | undefined {
  if (secret === null) return tokenExists;
  print(secretText[ask](secret));
  return undefined;
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
