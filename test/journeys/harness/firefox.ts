import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { bidiOf, contextOf } from './bidi.ts';
import { eventually } from './eventually.ts';
import { firefoxPolicy, type ManagedPolicy } from './policy-content.ts';
import { POLICY_FOLDERS, withPolicy } from './with-policy.ts';

export type StartFirefoxOptions = {
  lifetime: AsyncDisposableStack;
  /** Folder of the extension built for Firefox. */
  extension: string;
  /** What the extension finds in `storage.managed`. */
  policy?: ManagedPolicy;
  /** Further settings of the browser itself, as under "policies" in policies.json. */
  browserPolicy?: ManagedPolicy;
  /** What the browser speaks and its person reads, as `de`; English unless said. */
  language?: string;
  headless?: boolean;
  /** Further preferences, as in about:config. */
  preferences?: Record<string, unknown>;
  program?: string;
};

export type FirefoxJourney = {
  browser: Browser;
  extensionId: string;
  newPage(url?: string): Promise<Page>;
  /** Opens a page of the extension itself, such as `status.html`. */
  extensionPage(path: string): Promise<Page>;
  /** Stops the event page as the browser does when it is idle; the next event starts it again. */
  stopBackground(): Promise<void>;
  backgroundRuns(): Promise<boolean>;
  /** Replaces the policy and loads the extension anew, as the next start of the browser would: Firefox itself takes no change before. */
  setPolicy(policy: ManagedPolicy): Promise<void>;
  /** Installs the extension once more over itself, as at an update. */
  installAgain(): Promise<void>;
  setEnabled(isEnabled: boolean): Promise<void>;
  /** Removes the extension, as a person does at about:addons. */
  uninstall(): Promise<void>;
  close(): Promise<void>;
};

/** The addresses of extension pages hold this in place of the extension's id; Firefox draws a random one unless told. */
const EXTENSION_UUID = '5f3b6c1e-8a47-4d0b-9a3e-c41a7ca17e55';

/** A Firefox with the built extension and a real managed policy of its own. Nothing in it reaches beyond this machine. */
export async function startFirefox(options: StartFirefoxOptions): Promise<FirefoxJourney> {
  const { lifetime, extension, policy = {}, browserPolicy, headless = true, program = '/usr/bin/firefox-esr' } = options;
  const extensionId = await geckoId(extension);
  const content = (next: ManagedPolicy) => firefoxPolicy(extensionId, next, browserPolicy);
  const home = await withPolicy({
    lifetime,
    program,
    folder: POLICY_FOLDERS.firefox,
    file: 'policies.json',
    content: content(policy),
  });
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: home.executablePath,
    headless,
    timeout: 60_000,
    // Without it no page of an extension may be opened by WebDriver.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      ...ISOLATION_PREFERENCES,
      'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: EXTENSION_UUID }),
      ...(options.language && { 'intl.accept_languages': `${options.language},en` }),
      ...options.preferences,
    },
  });
  lifetime.defer(() => browser.close());
  const bidi = bidiOf(browser);
  if (options.language) await bidi.chrome(SET_LANGUAGE, options.language);
  await browser.installExtension(extension);
  const backgroundRuns = async () => (await bidi.chrome<string>(READ_BACKGROUND_STATE, extensionId)) === 'running';
  return {
    browser,
    extensionId,
    newPage: async (url) => {
      const page = await browser.newPage();
      if (url) await page.goto(url);
      return page;
    },
    extensionPage: async (path) => {
      const page = await browser.newPage();
      // Puppeteer's own goto never hears that an extension's page has come.
      await bidi.send('browsingContext.navigate', {
        context: contextOf(page),
        url: `moz-extension://${EXTENSION_UUID}/${path}`,
        wait: 'complete',
      });
      return page;
    },
    backgroundRuns,
    stopBackground: async () => {
      if (!(await backgroundRuns())) throw new Error(`The event page of ${extensionId} was not running, so it was not stopped`);
      await bidi.chrome(TERMINATE_BACKGROUND, extensionId);
      await eventually(
        async () => !(await backgroundRuns()),
        () => `Firefox did not stop the event page of ${extensionId}`,
      );
    },
    setPolicy: async (next) => {
      await home.write(content(next));
      await bidi.chrome(RELOAD_WITH_POLICY, extensionId, JSON.stringify(next));
    },
    installAgain: async () => void (await browser.installExtension(extension)),
    setEnabled: async (isEnabled) => void (await bidi.chrome(CALL_ADDON, extensionId, isEnabled ? 'enable' : 'disable')),
    uninstall: async () => void (await bidi.chrome(CALL_ADDON, extensionId, 'uninstall')),
    close: () => browser.close(),
  };
}

async function geckoId(extension: string): Promise<string> {
  const file = join(extension, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as { browser_specific_settings?: { gecko?: { id?: string } } };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`${file} has no browser_specific_settings.gecko.id, and Firefox knows a policy's extension by that`);
  return id;
}

/** No name is ever looked up, so nothing but this machine (`localhost` is known without) can be reached. */
export const ISOLATION_PREFERENCES = {
  'network.dns.disabled': true,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
};

const READ_BACKGROUND_STATE = '(id) => WebExtensionPolicy.getByID(id).extension.backgroundState';

const CALL_ADDON = `async (id, what) => {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  await (await AddonManager.getAddonByID(id))[what]();
}`;

const TERMINATE_BACKGROUND = '(id) => WebExtensionPolicy.getByID(id).extension.terminateBackground()';

/** `storage.managed` is read once for each loading of an extension, so it is loaded again. */
const RELOAD_WITH_POLICY = `async (id, wanted) => {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  Services.obs.notifyObservers(null, 'EnterprisePolicies:Restart');
  const taken = () => JSON.stringify(Services.policies.getExtensionPolicy(id)) === wanted;
  for (let tries = 0; tries < 100 && !taken(); tries++) await new Promise((done) => setTimeout(done, 50));
  if (!taken()) throw new Error('Firefox did not take the changed policy');
  await (await AddonManager.getAddonByID(id)).reload();
}`;

/** As if its language pack were installed: extensions go by the language that Firefox itself speaks. */
const SET_LANGUAGE = `(language) => {
  Services.locale.availableLocales = ['en-US', language];
  Services.locale.requestedLocales = [language];
}`;
