import { accessSync, constants, globSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../command.ts';

interface BrowserHost {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  home: string;
  /** Executable files that match a pattern, the newest version first. */
  executables: (pattern: string) => string[];
}

export const thisHost = (env: BrowserHost['env']): BrowserHost => ({
  platform: process.platform,
  env,
  home: homedir(),
  executables: (pattern) => globSync(pattern).filter(canExecute).sort().reverse(),
});

/** Path of a browser of the Chromium family: the one that was named, or else the first in the usual places. */
export function findBrowser(named: string | undefined, host: BrowserHost): string {
  const chosen = named ?? host.env.CHROME_PATH ?? host.env.CHROMIUM_PATH;
  if (chosen) {
    if (host.executables(chosen).length > 0) return chosen;
    throw new UsageError(
      `${chosen} is no program that can be started. --browser or CHROME_PATH names a Chromium, Chrome or Edge.`,
    );
  }
  for (const pattern of usualPlaces(host)) {
    const [found] = host.executables(pattern);
    if (found) return found;
  }
  throw new UsageError('No Chromium, Chrome or Edge was found. Install one, or name it: --browser PATH, or CHROME_PATH.');
}

function usualPlaces({ platform, env, home }: BrowserHost): string[] {
  if (platform === 'darwin')
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  if (platform === 'win32')
    return [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        join(folder, 'Chromium/Application/chrome.exe'),
        join(folder, 'Google/Chrome/Application/chrome.exe'),
        join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      ]);
  return [
    ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].map(
      (name) => `/usr/bin/${name}`,
    ),
    '/snap/bin/chromium',
    join(env.PLAYWRIGHT_BROWSERS_PATH ?? join(home, '.cache/ms-playwright'), 'chromium-*/chrome-linux*/chrome'),
  ];
}

function canExecute(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
