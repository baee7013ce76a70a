import { parsePack } from '../../packs/parse-pack.ts';
import { judgePolicy } from '../../policy/judge-policy.ts';
import { findBrowser, thisHost } from '../browser/find-browser.ts';
import { startBrowser } from '../browser/start-browser.ts';
import { type Command, type Terminal, UsageError } from '../command.ts';
import { notJson, printFaults, printPackFaults } from '../print-faults.ts';
import { readAppAddress } from '../read-app-address.ts';
import { readJsonFile } from '../read-file.ts';
import { readPolicy } from '../read-policy.ts';
import { openTrial, TRIAL_ARGS } from './open-trial.ts';
import { trialPolicy } from './trial-policy.ts';

export const packTry: Command = {
  usage: 'pack try FILE --app URL [--as POLICY] [--language TAG] [--browser PATH]',
  about:
    'Open a browser with the built extension and an unsigned pack, on a profile of its own, until the window is closed. --as takes the audience from a policy',
  options: { app: { type: 'string' }, as: { type: 'string' }, language: { type: 'string' }, browser: { type: 'string' } },
  files: [1, 1],
  async run({ files: [file = ''], options, terminal }) {
    const app = readAppAddress(options.app);
    if (!hasDisplay(terminal))
      throw new UsageError('There is no display to open a window on. Run this where you can see a browser.');
    const read = await readJsonFile(file);
    const parsed = read.ok ? parsePack(read.value) : { ok: false as const, why: [notJson(read.why)] };
    const document = read.ok ? read.value : undefined;
    if (!parsed.ok) return printPackFaults(file, { faults: parsed.why, document }, terminal);
    const audience = options.as === undefined ? {} : await readAudience(options.as, terminal);
    const made = await trialPolicy({ document, pack: parsed.pack, origins: [app.origin], audience });
    if (!made.ok) return printFaults(file, made.why, terminal);
    const path = findBrowser(options.browser, thisHost(terminal.env));
    const language = options.language ?? parsed.pack.language;
    await using lifetime = new AsyncDisposableStack();
    const browser = await startBrowser({ path, lifetime, language, isHeaded: true, extraArgs: TRIAL_ARGS });
    await openTrial(browser.devtools, { policy: made.policy, app: app.href, lifetime });
    terminal.print(
      `"${parsed.pack.id}" version ${parsed.pack.version} is shown at ${app.origin}, in this window alone. Close it to end.`,
    );
    await browser.hasEnded;
    return 0;
  },
};

async function readAudience(file: string, terminal: Terminal) {
  const read = await readPolicy(file);
  if (read.ok) return judgePolicy(read.policy).policy.audience;
  printFaults(file, [notJson(read.why)], terminal);
  throw new UsageError(`${file} is no policy.`);
}

const hasDisplay = ({ env }: Terminal): boolean => process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
