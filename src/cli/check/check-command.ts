import { writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Pack } from '../../model/pack/pack.ts';
import { matchesUrlScope } from '../../model/route/url-scope.ts';
import { parseUrl } from '../../model/text/parse-url.ts';
import { parsePack } from '../../packs/parse-pack.ts';
import { BrowserEnded, BrowserSilent } from '../browser/devtools.ts';
import { findBrowser, thisHost } from '../browser/find-browser.ts';
import { startBrowser } from '../browser/start-browser.ts';
import { type Command, type CommandCall, type Terminal, UsageError } from '../command.ts';
import { notJson, printPackFaults } from '../print-faults.ts';
import { readAppAddress } from '../read-app-address.ts';
import { readJsonFile } from '../read-file.ts';
import type { AppPage } from './app-page.ts';
import { bundleProbe } from './bundle-probe.ts';
import { readGiven, readSignIn } from './check-files.ts';
import { checkPack } from './check-pack.ts';
import { type CheckReport, hasFailed, summarize } from './check-report.ts';
import { createDevToolsPage } from './devtools-page.ts';
import { junitReport } from './junit-report.ts';
import { openPageSession } from './page-session.ts';
import { printReport } from './print-report.ts';
import { createRedactor, mapTexts } from './redact.ts';
import { signInToApp } from './sign-in.ts';
import { addressBook, addressOf } from './start-address.ts';

const DEFAULT_SECONDS = 10;

/** Time for a command beyond that of a step: a page may take as long to load. */
const MARGIN_MS = 15_000;

/** Frames of all origins are in the process of their page, where one session reaches them. */
const ONE_PROCESS_ARGS = ['--disable-site-isolation-trials', '--disable-features=IsolateOrigins,site-per-process,Translate'];

export const packCheck: Command = {
  usage:
    'pack check FILE --app URL [--sign-in FILE] [--given FILE] [--guides ID,…] [--language TAG] [--origins URL,…] [--seconds N] [--do-risky] [--browser PATH] [--headed] [--json FILE] [--junit FILE]',
  about:
    'Follow every guide of a pack in a real browser against a running app, and report anchor by anchor. 0: all found; 1: something is missing or ambiguous; 2: it could not run',
  options: {
    app: { type: 'string' },
    'sign-in': { type: 'string' },
    given: { type: 'string' },
    guides: { type: 'string' },
    language: { type: 'string' },
    origins: { type: 'string' },
    seconds: { type: 'string' },
    'do-risky': { type: 'boolean' },
    browser: { type: 'string' },
    headed: { type: 'boolean' },
    json: { type: 'string' },
    junit: { type: 'string' },
  },
  files: [1, 1],
  async run({ files: [file = ''], options, terminal }) {
    const call = await readCheck(file, options, terminal);
    if (!call.ok) return 2;
    const redact = createRedactor(call.secrets);
    const safeTerminal: Terminal = {
      ...terminal,
      print: (line) => terminal.print(redact(line)),
      printError: (line) => terminal.printError(redact(line)),
    };
    const report = await runCheck(call, safeTerminal);
    if (!report) return 2;
    const safeReport = mapTexts(report, redact);
    printReport(safeReport, terminal);
    if (options.json) await write(options.json, `${JSON.stringify(safeReport, null, 2)}\n`);
    if (options.junit) await write(options.junit, junitReport(safeReport));
    return report.guides.some(hasFailed) ? 1 : 0;
  },
};

interface Check {
  ok: true;
  pack: Pack;
  app: URL;
  signIn: Awaited<ReturnType<typeof readSignIn>>['content'];
  given: Awaited<ReturnType<typeof readGiven>>['content'];
  secrets: string[];
  origins: string[];
  only: string[] | undefined;
  language: string;
  stepMs: number;
  mayDoRisky: boolean;
  isHeaded: boolean;
  browser: string;
}

async function readCheck(file: string, options: CommandCall['options'], terminal: Terminal): Promise<Check | { ok: false }> {
  const app = readAppAddress(options.app);
  const seconds = Number(options.seconds ?? DEFAULT_SECONDS);
  if (!(seconds >= 1 && seconds <= 600)) throw new UsageError('--seconds takes a number from 1 to 600.');
  const read = await readJsonFile(file);
  const parsed = read.ok ? parsePack(read.value) : { ok: false as const, why: [notJson(read.why)] };
  if (!parsed.ok) {
    printPackFaults(file, { faults: parsed.why, document: read.ok ? read.value : undefined }, terminal);
    return { ok: false };
  }
  const only = options.guides?.split(',');
  const unknown = only?.find((id) => !parsed.pack.guides.some((guide) => guide.id === id));
  if (unknown !== undefined) throw new UsageError(`The pack has no guide "${unknown}".`);
  const signIn = options['sign-in'] ? await readSignIn(options['sign-in'], terminal.env) : { content: [], secrets: [] };
  const given = options.given
    ? await readGiven(options.given, terminal.env)
    : { content: { places: {}, values: {} }, secrets: [] };
  requireFittingPlaces(given.content.places, app);
  return {
    ok: true,
    pack: parsed.pack,
    ...{ app, only, signIn: signIn.content, given: given.content, secrets: [...signIn.secrets, ...given.secrets] },
    origins: [app.origin, ...(options.origins?.split(',').map((one) => readAppAddress(one).origin) ?? [])],
    language: options.language ?? parsed.pack.language,
    stepMs: seconds * 1000,
    mayDoRisky: Boolean(options['do-risky']),
    isHeaded: Boolean(options.headed),
    browser: findBrowser(options.browser, thisHost(terminal.env)),
  };
}

/** An address that does not fit its place would be taken for a fault of the pack. */
function requireFittingPlaces(places: Readonly<Record<string, string>>, app: URL): void {
  const book = { app, given: places, known: [] };
  for (const place of Object.keys(places)) {
    const address = addressOf(place, book);
    if (address === undefined || !matchesUrlScope(address, place))
      throw new UsageError(`The address given for ${place} does not fit that place: ${places[place]}.`);
  }
}

/** Undefined if the app or the browser could not be used, which was printed. */
async function runCheck(check: Check, terminal: Terminal): Promise<CheckReport | undefined> {
  const startedAt = new Date();
  await using lifetime = new AsyncDisposableStack();
  try {
    const page = await openPage(check, lifetime);
    const addresses = addressBook(check.pack, check.app, check.given.places);
    const clock = { now: Date.now, wait: (ms: number) => wait(ms) };
    const deps = { ...check, ...clock, page, addresses, values: check.given.values };
    const failure = await enterApp(check, page, deps);
    if (failure !== undefined) {
      terminal.printError(failure);
      return undefined;
    }
    const guides = await checkPack(check.pack, { ...deps, onProgress: (line) => terminal.print(line) });
    const seconds = Math.round((Date.now() - startedAt.getTime()) / 100) / 10;
    const { id, version, app } = check.pack;
    return {
      ...{ pack: id, version, app, url: check.app.origin + check.app.pathname, startedAt: startedAt.toISOString(), seconds },
      summary: summarize(guides),
      guides,
    };
  } catch (thrown) {
    if (!(thrown instanceof BrowserEnded || thrown instanceof BrowserSilent)) throw thrown;
    terminal.printError(
      thrown instanceof BrowserSilent
        ? thrown.message
        : `${check.browser} could not be started, or has ended before the check did.`,
    );
    return undefined;
  }
}

async function openPage(check: Check, lifetime: AsyncDisposableStack): Promise<AppPage> {
  const probe = await bundleProbe();
  const { browser: path, language, isHeaded } = check;
  const { devtools } = await startBrowser({
    path,
    lifetime,
    language,
    isHeaded,
    timeoutMs: check.stepMs + MARGIN_MS,
    extraArgs: ONE_PROCESS_ARGS,
  });
  const isSigningIn = check.signIn.length > 0;
  const mayEnter = (url: string) => (isSigningIn && /^https?:/.test(url)) || check.origins.includes(parseUrl(url)?.origin ?? '');
  return createDevToolsPage(await openPageSession({ devtools, probe, mayEnter, acceptsDialogs: check.mayDoRisky }));
}

async function enterApp(
  { app, signIn }: Check,
  page: AppPage,
  deps: Parameters<typeof signInToApp>[1],
): Promise<string | undefined> {
  const loaded = await page.navigate(app.href);
  if (!loaded.ok) return `${app.href} could not be opened: ${loaded.why}.`;
  const signedIn = await signInToApp(signIn, deps);
  return signedIn.ok ? undefined : signedIn.why;
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (thrown) {
    throw new UsageError(`${file} cannot be written: ${(thrown as NodeJS.ErrnoException).code ?? thrown}.`);
  }
}
