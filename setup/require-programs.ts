import { readFileSync } from 'node:fs';
import { aptInstall } from './apt.ts';
import { ENVIRONMENT_VARIABLES, findProgram, type Program } from './find-programs.ts';

/** Programs that a command requires besides Node. */
export type RequiredPrograms = Partial<Record<Program, boolean>>;

interface ProvideDeps {
  find: (program: Program) => string | undefined;
  /** Content of /etc/os-release, or an empty string. */
  osRelease: string;
  isRoot: boolean;
  install: (packages: string[]) => Promise<void>;
  log: (line: string) => void;
}

export type ProvideResult = { ok: true; at: Partial<Record<Program, string>> } | { ok: false; why: string };

/** Debian's package names. Ubuntu's packages of the two browsers only install snaps, so they are not used. */
const DEBIAN_PACKAGES: Record<'debian' | 'ubuntu', Partial<Record<Program, string>>> = {
  debian: { chromium: 'chromium', firefox: 'firefox-esr', postgres: 'postgresql' },
  ubuntu: { postgres: 'postgresql' },
};

const MANUAL_INSTRUCTIONS: Record<Program, string> = {
  chromium: 'Chromium: from your system’s packages, or `npx playwright-core install --with-deps chromium`',
  firefox: 'Firefox ESR: from https://www.mozilla.org/firefox/enterprise/, or from your system’s packages',
  postgres: 'PostgreSQL 15 to 18: from your system’s packages, or https://www.postgresql.org/download/',
};

/**
 * Finds the required programs, and installs missing ones where that is possible without asking: as root on Debian or Ubuntu. Elsewhere
 * the result says what to install.
 */
export async function providePrograms(required: RequiredPrograms, deps: ProvideDeps): Promise<ProvideResult> {
  const wanted = (Object.keys(required) as Program[]).filter((program) => required[program]);
  const missing = () => wanted.filter((program) => !deps.find(program));
  const installable = deps.isRoot ? packageNames(missing(), deps.osRelease) : [];
  if (installable.length) {
    deps.log(`Installing ${installable.join(', ')} from the system’s packages.`);
    await deps.install(installable);
  }
  if (missing().length) return { ok: false, why: installInstructions(missing()) };
  return { ok: true, at: Object.fromEntries(wanted.map((program) => [program, deps.find(program)])) };
}

/**
 * `providePrograms` on this machine. The paths found are put into the environment, where the commands that we start look for them. Ends
 * this process with a list when something is missing.
 */
export async function requirePrograms(
  required: RequiredPrograms,
  { log, lifetime }: { log: (line: string) => void; lifetime: AbortSignal },
) {
  const found = await providePrograms(required, {
    find: findProgram,
    osRelease: readOsRelease(),
    isRoot: process.getuid?.() === 0,
    install: (names) => aptInstall(names, { log, lifetime }),
    log,
  });
  if (!found.ok) {
    console.error(found.why);
    process.exit(1);
  }
  for (const [program, path] of Object.entries(found.at)) process.env[ENVIRONMENT_VARIABLES[program as Program]] = path;
  return found.at;
}

function packageNames(programs: Program[], osRelease: string): string[] {
  const id = /^ID=("?)(debian|ubuntu)\1$/m.exec(osRelease)?.[2] as 'debian' | 'ubuntu' | undefined;
  return id ? programs.map((program) => DEBIAN_PACKAGES[id][program]).filter((name) => name !== undefined) : [];
}

function installInstructions(missing: Program[]): string {
  const lines = missing.map(
    (program) =>
      `  ${MANUAL_INSTRUCTIONS[program]}\n    (if it is there already, say where: ${ENVIRONMENT_VARIABLES[program]}=…)`,
  );
  return ['Please install what is missing, then run the same command again:', ...lines].join('\n');
}

function readOsRelease(): string {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
  }
}
