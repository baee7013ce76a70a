import { accessSync, constants, globSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export type Program = 'chromium' | 'firefox' | 'postgres';

/** The PostgreSQL versions that the hub is tested on, the newest first. */
const SUPPORTED_POSTGRES_VERSIONS = [18, 17, 16, 15];

interface Machine {
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
  home: string;
  /** Executable files that match a pattern. */
  executables: (pattern: string) => string[];
}

const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  executables: (pattern) => globSync(pattern).filter(canExecute).sort().reverse(),
};

/**
 * Path of a program on this machine: the one that the environment names, or else the newest version in the usual places. For Chromium and
 * Firefox it is the executable, for PostgreSQL the folder of its programs. Branded Chrome is not used: since release 137 it ignores
 * `--load-extension`.
 */
export function findProgram(program: Program, machine: Machine = thisMachine): string | undefined {
  const named = machine.env[ENVIRONMENT_VARIABLES[program]];
  if (named) return named;
  for (const pattern of searchPatterns[program](machine)) {
    const found = machine.executables(pattern)[0];
    if (found) return program === 'postgres' ? found.replace(/[\\/][^\\/]+$/, '') : found;
  }
  return undefined;
}

/** Environment variables with the path of a program, for unusual installations and for the commands that we start. */
export const ENVIRONMENT_VARIABLES: Record<Program, string> = {
  chromium: 'CHROMIUM_PATH',
  firefox: 'FIREFOX_PATH',
  postgres: 'POSTGRES_BIN',
};

const searchPatterns: Record<Program, (where: Machine) => string[]> = {
  chromium: (machine) => [
    '/usr/bin/chromium',
    '/usr/lib*/chromium-browser/chromium-browser',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...playwrightPaths(machine, [
      'chromium-*/chrome-linux*/chrome',
      'chromium-*/chrome-mac*/*.app/Contents/MacOS/*',
      'chromium-*/chrome-win*/chrome.exe',
    ]),
  ],
  firefox: (machine) => [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    ...windowsPaths(machine, 'Mozilla Firefox/firefox.exe'),
    ...playwrightPaths(machine, [
      'firefox-*/firefox/firefox',
      'firefox-*/firefox/*.app/Contents/MacOS/firefox',
      'firefox-*/firefox/firefox.exe',
    ]),
  ],
  postgres: (machine) =>
    SUPPORTED_POSTGRES_VERSIONS.flatMap((version) => [
      `/usr/lib/postgresql/${version}/bin/initdb`,
      `/usr/pgsql-${version}/bin/initdb`,
      `/opt/homebrew/opt/postgresql@${version}/bin/initdb`,
      `/usr/local/opt/postgresql@${version}/bin/initdb`,
      ...windowsPaths(machine, `PostgreSQL/${version}/bin/initdb.exe`),
    ]),
};

function playwrightPaths({ platform, env, home }: Machine, inside: string[]): string[] {
  const usual = { darwin: join(home, 'Library/Caches'), win32: env.LOCALAPPDATA ?? join(home, 'AppData/Local') }[
    platform as 'darwin' | 'win32'
  ];
  const cache = env.PLAYWRIGHT_BROWSERS_PATH ?? join(usual ?? env.XDG_CACHE_HOME ?? join(home, '.cache'), 'ms-playwright');
  return inside.map((path) => join(cache, path));
}

function windowsPaths({ env }: Machine, inside: string): string[] {
  return [env.ProgramFiles, env['ProgramFiles(x86)']]
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, inside));
}

function canExecute(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
