import { type BrowserContext, type CDPSession, chromium } from 'playwright-core';
import { eventually } from './eventually.ts';
import { idOfFolder } from './extension-id.ts';
import { forceInstall } from './force-install.ts';
import { chromiumPolicy, type ManagedPolicy } from './policy-content.ts';
import { POLICY_FOLDERS, withPolicy } from './with-policy.ts';
import { type WorkerControl, workerControl } from './worker-control.ts';

/** A Chromium on this machine, and where that build looks for its managed policy. */
export type ChromiumProgram = { path: string; policies: string };
const DEBIAN_CHROMIUM: ChromiumProgram = { path: '/usr/bin/chromium', policies: POLICY_FOLDERS.chromium };

export type StartChromiumOptions = {
  lifetime: AsyncDisposableStack;
  /** Folder of the built extension. */
  extension: string;
  /** What the extension finds in `storage.managed`. */
  policy?: ManagedPolicy;
  /** Further settings of the browser itself, by their names in Chromium's policy list. */
  browserPolicy?: ManagedPolicy;
  /** Install as an admin does, by policy from an update manifest, in place of loading the folder. */
  forceInstall?: boolean;
  headless?: boolean;
  /** A folder to keep the profile in, for a second start; else it is gone at the end. */
  profile?: string;
  program?: ChromiumProgram;
  /** Of the browser's own words, and so of the extension's; English unless told. */
  language?: string;
};

export type ChromiumJourney = WorkerControl & {
  context: BrowserContext;
  extensionId: string;
  /** Replaces the extension's policy. `watched` leaves it to the browser to see the changed file: some 5 s, in place of 0.2. */
  setPolicy(policy: ManagedPolicy, how?: { watched?: boolean }): Promise<void>;
  /** Offers another version of an extension installed by force; the browser finds it in the update manifest and installs it. */
  update(version: string): Promise<void>;
  close(): Promise<void>;
};

/** A Chromium with the built extension and a real managed policy of its own. Nothing in it reaches beyond this machine. */
export async function startChromium(options: StartChromiumOptions): Promise<ChromiumJourney> {
  const { lifetime, extension, headless = true, profile = '', program = DEBIAN_CHROMIUM, language = 'en' } = options;
  const forced = options.forceInstall ? await forceInstall(lifetime, program.path, extension) : undefined;
  const extensionId = forced?.extensionId ?? idOfFolder(extension);
  const content = (policy: ManagedPolicy) =>
    chromiumPolicy(extensionId, policy, { ...options.browserPolicy, ...forced?.browserPolicy });
  const home = await withPolicy({
    lifetime,
    program: program.path,
    folder: program.policies,
    file: 'managed/journey.json',
    content: content(options.policy ?? {}),
  });
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: home.executablePath,
    headless,
    // A person sizes the window, and the page follows it.
    ...(!headless && { viewport: null }),
    env: { ...process.env, LANGUAGE: language } as Record<string, string>,
    ignoreDefaultArgs: ['--disable-extensions', ...(forced ? ['--disable-background-networking'] : [])],
    args: [
      ...ISOLATION_ARGS,
      ...(headless ? ['--headless=new'] : []),
      `--lang=${language}`,
      ...(forced ? [] : loadExtensionArgs(extension)),
    ],
  });
  lifetime.defer(() => context.close());
  const devtools = await context.browser()!.newBrowserCDPSession();
  const control = workerControl(context, devtools, extensionId);
  return {
    context,
    extensionId,
    ...control,
    setPolicy: async (policy, how) => {
      await home.write(content(policy));
      if (!how?.watched) await reloadPolicies(context, devtools);
    },
    update: async (version) => {
      if (!forced)
        throw new Error('Only an extension that was installed by force has an update manifest: start with forceInstall');
      await forced.offer(version);
      await (await control.worker()).evaluate(TAKE_UPDATE);
      await waitForVersion(control, version);
    },
    close: () => context.close(),
  };
}

const ISOLATION_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-proxy-server',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** In the worker: has the browser look for an update, and agrees to it at once, as the browser itself does when the worker rests. */
const TAKE_UPDATE = `new Promise((resolve) => {
  chrome.runtime.onUpdateAvailable.addListener(resolve);
  chrome.runtime.requestUpdateCheck();
}).then(() => void setTimeout(() => chrome.runtime.reload()))`;

async function waitForVersion({ worker }: WorkerControl, wanted: string): Promise<void> {
  const version = async () => (await worker()).evaluate<string>('chrome.runtime.getManifest().version').catch(() => 'none');
  await eventually(
    async () => (await version()) === wanted,
    async () => `The browser has not updated the extension to ${wanted}, but has ${await version()}`,
    60_000,
  );
}

const loadExtensionArgs = (extension: string) => [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`];

/** Chromium lets a changed file settle for five seconds; its own policy page takes it at once. The page opens behind the others. */
async function reloadPolicies(context: BrowserContext, devtools: CDPSession): Promise<void> {
  const opened = context.waitForEvent('page', { predicate: (page) => page.url().startsWith('chrome://policy') });
  await devtools.send('Target.createTarget', { url: 'chrome://policy', background: true });
  const page = await opened;
  await page.waitForLoadState();
  await page.evaluate(`chrome.send('reloadPolicies')`);
  await page.close();
}
