import { builtFolder } from '../setup/build-all.ts';
import { type ChromiumJourney, startChromium } from '../test/journeys/harness/chromium.ts';

interface OpenBrowserOptions {
  lifetime: AsyncDisposableStack;
  /** Chromium's executable. */
  path: string;
  headless: boolean;
  policy: Record<string, unknown>;
}

/** A warning over the page about the flags that keep the demo on this machine; without it the page has the window to itself. */
const BROWSER_POLICY = { CommandLineFlagSecurityWarningsEnabled: false };

/** Chromium with the built extension installed and the policy in force, in English, as the pack's first language is. */
export async function openBrowser({ lifetime, path, headless, policy }: OpenBrowserOptions): Promise<ChromiumJourney> {
  const before = process.listeners('SIGINT');
  const program = { path, policies: policyFolderOf(path) };
  const browser = await startChromium({
    lifetime,
    extension: builtFolder('chromium'),
    policy,
    browserPolicy: BROWSER_POLICY,
    headless,
    program,
  });
  // Playwright would end this process as soon as its browser has closed, with the hub and the app still stopping.
  for (const listener of process.listeners('SIGINT')) if (!before.includes(listener)) process.off('SIGINT', listener);
  return browser;
}

/** Each build of Chromium looks in a folder of its own; Playwright's newer ones are "Chrome for Testing". */
function policyFolderOf(path: string): string {
  if (/chrome-linux64/.test(path)) return '/etc/opt/chrome_for_testing/policies';
  return '/etc/chromium/policies';
}
