import type { Fault } from '../model/fault/fault.ts';
import { askRunningHub, type CommandRequest } from './folder-requests.ts';
import { fulfilRequest } from './fulfil-request.ts';
import { localUrl } from './http/listen.ts';
import type { Log } from './log/log.ts';
import { noStore } from './no-store.ts';
import type { Settings } from './settings.ts';
import { hasStore } from './store/has-store.ts';
import { openStore } from './store/open-store.ts';
import { noTelemetry } from './telemetry/telemetry.ts';

export interface RunRequestDeps {
  log: Log;
  now: () => Date;
  print: (line: string) => void;
}

/** Does what a command asks for and prints the result, with a running hub or without. Returns what prevents it. */
export async function runRequest(
  settings: Settings,
  request: CommandRequest,
  { log, now, print }: RunRequestDeps,
): Promise<Fault[]> {
  if (request.ask === 'token' && settings.CAIRN_ENROL_TOKEN) return [tokenIsGiven];
  const reply = settings.DATABASE_URL ? undefined : await askRunningHub(settings.CAIRN_DATA, request);
  if (reply) return printOrExplain(request, reply.text, print);
  if (!(await hasStore(settings))) return [noStore(settings)];
  const opening = await openStore(settings, { log, telemetry: noTelemetry, answer: async () => '' });
  if (!opening.ok) return [opening.fault];
  const publicUrl = settings.CAIRN_PUBLIC_URL ?? localUrl(settings.HOST, settings.PORT);
  const text = await fulfilRequest(opening.opened.store, request, { now: now(), publicUrl });
  await opening.opened.close();
  return printOrExplain(request, text, print);
}

function printOrExplain({ ask }: CommandRequest, text: string | null, print: (line: string) => void): Fault[] {
  if (text === null) return [ask === 'sign-out' ? nobodyToSignOut : tokenExists];
  print(text);
  return [];
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
const nobodyToSignOut: Fault = {
  path: 'sign-out',
  reason: 'there is no such sign-in, or it has ended',
  remedy: 'List those that have not ended with: node src/hub/start.mjs sign-ins',
};
