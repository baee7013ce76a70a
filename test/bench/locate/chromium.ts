import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium of this machine, or the one that CHROMIUM names. */
export async function openChromium(): Promise<Browser> {
  const executablePath = [process.env.CHROMIUM, ...places].find((path) => path && existsSync(path));
  if (!executablePath)
    throw new Error(`No Chromium at ${places.join(', ')}. Install one, or name it: CHROMIUM=/path/to/chromium`);
  return chromium.launch({ executablePath, headless: true, args });
}

/** A page as the pairs were made for: 1280 × 850. */
export const openPage = async (browser: Browser): Promise<Page> => browser.newPage({ viewport: { width: 1280, height: 850 } });
