import type { Fault } from '../model/fault/fault.ts';
import type { Clock } from '../runtime/clock.ts';
import { createApp } from './app.ts';
import { answerLinkRequest, requestLink } from './auth/request-link.ts';
import { sha256 } from './auth/secret.ts';
import { createSignInLink, hasNoAccounts } from './auth/sign-in-link.ts';
import { pruneDaily } from './entries/retention/prune-daily.ts';
import { listen, localUrl, type RunningServer } from './http/listen.ts';
import { createFirstToken } from './installs/create-first-token.ts';
import { errorFields } from './log/error-fields.ts';
import { createJsonLog, type Log } from './log/log.ts';
import { DEFAULT_FACILITATOR, readCommand, USAGE } from './read-command.ts';
import { readSettings, type Settings } from './settings.ts';
import { openStore } from './store/open-store.ts';
import type { OpenStore, Store } from './store/store.ts';

const now = () => new Date();
/** Its timers keep no process up that has nothing else to do. */
const idleClock: Clock = {
  now: () => Date.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms).unref();
    return () => clearTimeout(timer);
  },
};
const write = (line: string) => void process.stdout.write(line);
const tell = (line: string) => void process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const asked = readCommand(process.argv.slice(2));
  const read = readSettings(process.env);
  if (!asked || !read.ok) return giveUp(read.ok ? [{ path: 'command', reason: 'is not known', remedy: USAGE }] : read.faults);
  const log = createJsonLog({ write, minLevel: read.settings.LOG_LEVEL, now });
  process.once('uncaughtException', (error) => {
    log.error('fault', errorFields(error));
    process.exit(1);
  });
  await (asked.command === 'link' ? printLink(read.settings, log, asked.name) : runHub(read.settings, log));
}

function giveUp(faults: Fault[]): void {
  for (const { path, reason, remedy } of faults) tell(`${path}: ${reason}. ${remedy}`);
  process.exitCode = 1;
}

async function runHub(settings: Settings, log: Log): Promise<void> {
  let listening: RunningServer | undefined;
  const publicUrl = () => settings.CAIRN_PUBLIC_URL ?? listening?.url ?? localUrl(settings.HOST, settings.PORT);
  const answer = (line: string) => answerLinkRequest(line, (name) => linkFor(opened.store, name, publicUrl()));
  const opening = await openStore(settings, log, answer);
  if (!opening.ok) return giveUp([opening.fault]);
  const { opened } = opening;
  let stopping = false;
  const app = createApp({
    store: opened.store,
    now,
    log,
    ...(settings.CAIRN_ENROL_TOKEN && { enrolTokenHash: sha256(settings.CAIRN_ENROL_TOKEN) }),
    ...(settings.CAIRN_PUBLISH_TOKEN && { publishTokenHash: sha256(settings.CAIRN_PUBLISH_TOKEN) }),
    publicUrl,
    deskFolder: settings.CAIRN_DESK,
    retentionDays: settings.CAIRN_KEEP_DAYS,
    isStopping: () => stopping,
  });
  try {
    listening = await listen(app.fetch, { host: settings.HOST, port: settings.PORT });
  } catch (error) {
    await opened.close();
    return giveUp([cannotListen(settings, error)]);
  }
  const life = new AbortController();
  const pruning = pruneDaily(opened, { days: settings.CAIRN_KEEP_DAYS, clock: idleClock, log, signal: life.signal });
  const stop = () => {
    life.abort();
    if (!stopping && listening) void stopHub(listening, { ...opened, close: () => pruning.then(opened.close) }, log);
    stopping = true;
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  log.info('listening', { url: listening.url, store: opened.kind });
  await announce(settings, opened.store, { log, publicUrl: publicUrl() }).catch((error: unknown) => {
    if (!stopping) throw error;
  });
}

/** Requests get three seconds and a half of the five, and the store the rest. */
async function stopHub(listening: RunningServer, opened: OpenStore, log: Log): Promise<void> {
  log.info('stopping');
  setTimeout(() => process.exit(1), 4900).unref();
  await listening.stop(3500);
  await opened.close();
  log.info('stopped');
  process.exit(0);
}

/** Tells once what only the one who started the hub may know. */
async function announce(settings: Settings, store: Store, { log, publicUrl }: { log: Log; publicUrl: string }): Promise<void> {
  const token = settings.CAIRN_ENROL_TOKEN ? undefined : await createFirstToken(store, now());
  if (token) {
    log.info('enrolment token', { token });
    tell(`Enrolment token for the managed policy, shown only now: ${token}`);
  }
  if (await hasNoAccounts(store)) tellLink(log, await linkFor(store, DEFAULT_FACILITATOR, publicUrl));
}

function tellLink(log: Log, url: string): void {
  log.info('sign-in link', { url });
  tell(`Sign in to the desk, once and within 24 hours: ${url}`);
}

async function printLink(settings: Settings, log: Log, name: string): Promise<void> {
  const fromHolder = settings.DATABASE_URL ? undefined : await requestLink(settings.CAIRN_DATA, name);
  if (fromHolder) return tellLink(log, fromHolder);
  const opening = await openStore(settings, log, async () => '');
  if (!opening.ok) return giveUp([opening.fault]);
  tellLink(log, await linkFor(opening.opened.store, name, settings.CAIRN_PUBLIC_URL ?? localUrl(settings.HOST, settings.PORT)));
  await opening.opened.close();
}

const linkFor = (store: Store, name: string, publicUrl: string) => createSignInLink(store, { name, now: now(), publicUrl });

function cannotListen({ HOST, PORT }: Settings, error: unknown): Fault {
  const { code } = error as NodeJS.ErrnoException;
  const reason = `the hub cannot listen on ${HOST}:${PORT} (${code})`;
  return { path: 'PORT', reason, remedy: 'Stop what uses that port, or give another PORT or HOST.' };
}

await main();
