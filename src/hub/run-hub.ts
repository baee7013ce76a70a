import type { Fault } from '../model/fault/fault.ts';
import type { Clock } from '../runtime/clock.ts';
import { createApp } from './app.ts';
import { createOpenIdProvider } from './auth/provider/open-id-provider.ts';
import { type BackupJob, createBackupJob } from './backup/backup-job.ts';
import { answerFolderRequest, type BackupRequest, type CommandRequest } from './folder-requests.ts';
import { fulfilRequest } from './fulfil-request.ts';
import { listen, localUrl, type RunningServer } from './http/listen.ts';
import type { Log } from './log/log.ts';
import { createSigner } from './packs/signing/create-signer.ts';
import { readProviders } from './read-providers.ts';
import { runJobs } from './run-jobs.ts';
import { announceFirstSecrets } from './secrets.ts';
import type { Settings } from './settings.ts';
import { openStore } from './store/open-store.ts';
import { sha256 } from './store/sha256.ts';
import type { OpenStore } from './store/store.ts';
import type { Telemetry } from './telemetry/telemetry.ts';

/** Of the five seconds that a stop may take, requests get three and a half and the store the rest. */
const STOP_MS = { requests: 3500, exit: 4900 };

export interface RunHubDeps {
  log: Log;
  telemetry: Telemetry;
  now: () => Date;
  /** Prints to the person at the terminal, if there is one. */
  print: ((line: string) => void) | undefined;
}

/** Timers that do not keep the process alive. */
const unrefClock: Clock = {
  now: () => Date.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms).unref();
    return () => clearTimeout(timer);
  },
};

/** Starts the hub. Returns what prevents it, or an empty list once it listens. */
export async function runHub(settings: Settings, { log, telemetry, now, print }: RunHubDeps): Promise<Fault[]> {
  let server: RunningServer | undefined;
  let isStopping = false;
  const publicUrl = () => settings.CAIRN_PUBLIC_URL ?? server?.url ?? localUrl(settings.HOST, settings.PORT);
  const fulfil = (request: CommandRequest) => fulfilRequest(opened.store, request, { now: now(), publicUrl: publicUrl() });
  let backups: BackupJob | undefined;
  const backup = (request: BackupRequest) => {
    backups ??= createBackupJob(opened.jobs, now);
    return request.ask === 'backup' ? backups.start(request.file) : backups.state();
  };
  const providers = await readProviders(settings.CAIRN_PROVIDERS_FILE);
  if (!providers.ok) return providers.faults;
  const answer = (line: string) => answerFolderRequest(line, { fulfil, backup });
  const opening = await openStore(settings, { log, telemetry, answer });
  if (!opening.ok) return [opening.fault];
  const { opened } = opening;
  const app = createApp({
    ...hubSettings(settings),
    store: opened.store,
    probe: opened.probe,
    now,
    log,
    telemetry,
    signer: createSigner(opened.store, settings),
    publicUrl,
    providers: providers.providers.map((one) => createOpenIdProvider(one, { now })),
    isStopping: () => isStopping,
  });
  try {
    server = await listen(app.fetch, { host: settings.HOST, port: settings.PORT });
  } catch (error) {
    await opened.close();
    return [cannotListen(settings, error)];
  }
  const lifetime = new AbortController();
  const jobs = runJobs(opened, settings, { clock: unrefClock, log, telemetry, signal: lifetime.signal });
  const stop = () => {
    lifetime.abort();
    if (!isStopping && server) void stopHub(server, { ...opened, close: () => jobs.then(opened.close) }, { log, telemetry });
    isStopping = true;
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  log.info('listening', { url: server.url, store: opened.kind });
  const isTokenGiven = settings.CAIRN_ENROL_TOKEN !== undefined;
  await announceFirstSecrets({ store: opened.store, log, now, publicUrl: publicUrl(), isTokenGiven, print }).catch(
    (error: unknown) => {
      if (!isStopping) throw error;
    },
  );
  return [];
}

function hubSettings(settings: Settings) {
  return {
    ...(settings.CAIRN_ENROL_TOKEN && { enrolTokenHash: sha256(settings.CAIRN_ENROL_TOKEN) }),
    ...(settings.CAIRN_PUBLISH_TOKEN && { publishTokenHash: sha256(settings.CAIRN_PUBLISH_TOKEN) }),
    connections: settings.CAIRN_CONNECTIONS,
    deskFolder: settings.CAIRN_DESK,
    retentionDays: settings.CAIRN_KEEP_DAYS,
    proxyHops: settings.CAIRN_PROXY_HOPS,
    budget: { entries: settings.CAIRN_DAILY_ENTRIES, bytes: settings.CAIRN_DAILY_MB * 1_000_000 },
    releaseHours: settings.CAIRN_RELEASE_HOURS,
    installsPerPerson: settings.CAIRN_INSTALLS_PER_PERSON,
    confirmMinutes: { reading: settings.CAIRN_CONFIRM_READING_MINUTES, publishing: settings.CAIRN_CONFIRM_PUBLISHING_MINUTES },
  };
}

interface StopDeps {
  log: Log;
  telemetry: Telemetry;
}

async function stopHub(server: RunningServer, opened: OpenStore, { log, telemetry }: StopDeps): Promise<void> {
  log.info('stopping');
  setTimeout(() => process.exit(1), STOP_MS.exit).unref();
  await server.stop(STOP_MS.requests);
  await opened.close();
  log.info('stopped');
  await telemetry.stop();
  process.exit(0);
}

function cannotListen({ HOST, PORT }: Settings, error: unknown): Fault {
  const { code } = error as NodeJS.ErrnoException;
  const reason = `the hub cannot listen on ${HOST}:${PORT} (${code})`;
  return { path: 'PORT', reason, remedy: 'Stop the program that uses that port, or choose another PORT or HOST.' };
}
