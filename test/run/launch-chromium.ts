import { chromium, type LaunchOptions } from 'playwright-core';
import { findProgram } from '../../setup/find-programs.ts';

/** How tests and benchmarks start Chromium: nothing of it reaches the network, and pages in the background run at full speed. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-proxy-server',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
];

/** Options for a headless Chromium of this machine; throws with what to do when there is none. */
export function chromiumOptions(): LaunchOptions {
  const executablePath = findProgram('chromium');
  if (!executablePath) throw new Error('No Chromium was found. Install one, or name it: CHROMIUM_PATH=/path/to/chromium');
  return { executablePath, headless: true, args: CHROMIUM_ARGS };
}

/** A Chromium of one's own, for benchmarks and scripts. Tests of the project `browser` share one: `sharedChromium`. */
export const launchChromium = () => chromium.launch(chromiumOptions());
