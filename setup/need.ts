import { readFileSync } from 'node:fs';
import { aptInstall } from './apt.ts';
import { environmentName, findProgram, type Program } from './find-programs.ts';

/** What a command needs of the machine, beyond Node. */
export type Needs = Partial<Record<Program, boolean>>;

interface Means {
  find: (program: Program) => string | undefined;
  /** Lines of /etc/os-release, or nothing. */
  system: string;
  isRoot: boolean;
  install: (packages: string[]) => Promise<void>;
  say: (line: string) => void;
}

export type Found = { ok: true; at: Partial<Record<Program, string>> } | { ok: false; why: string };

/** Debian's names. Ubuntu's own packages of the two browsers are only doors to another package system, so they are not used. */
const packages: Record<'debian' | 'ubuntu', Partial<Record<Program, string>>> = {
  debian: { chromium: 'chromium', firefox: 'firefox-esr', postgres: 'postgresql' },
  ubuntu: { postgres: 'postgresql' },
};

const byHand: Record<Program, string> = {
  chromium: 'Chromium: from your system’s packages, or `npx playwright-core install --with-deps chromium`',
  firefox: 'Firefox ESR: from https://www.mozilla.org/firefox/enterprise/, or from your system’s packages',
  postgres: 'PostgreSQL 15 to 18: from your system’s packages, or https://www.postgresql.org/download/',
};

/**
 * Find what is needed, and install it where that can be done without asking: as root on Debian or Ubuntu. Elsewhere the answer says
 * what to install.
 */
export async function provide(needs: Needs, means: Means): Promise<Found> {
  const wanted = (Object.keys(needs) as Program[]).filter((program) => needs[program]);
  const missing = () => wanted.filter((program) => !means.find(program));
  const installable = means.isRoot ? namesOf(missing(), means.system) : [];
  if (installable.length) {
    means.say(`Installing ${installable.join(', ')} from the system’s packages.`);
    await means.install(installable);
  }
  if (missing().length) return { ok: false, why: whatToInstall(missing()) };
  return { ok: true, at: Object.fromEntries(wanted.map((program) => [program, means.find(program)])) };
}

/**
 * `provide` on this machine: what was found is put into the environment, where the commands that we start look for it. Ends this
 * process with one clear list when something is missing.
 */
export async function need(needs: Needs, { say, lifetime }: { say: (line: string) => void; lifetime: AbortSignal }) {
  const found = await provide(needs, {
    find: findProgram,
    system: systemName(),
    isRoot: process.getuid?.() === 0,
    install: (names) => aptInstall(names, { say, lifetime }),
    say,
  });
  if (!found.ok) {
    console.error(found.why);
    process.exit(1);
  }
  for (const [program, path] of Object.entries(found.at)) process.env[environmentName[program as Program]] = path;
  return found.at;
}

function namesOf(programs: Program[], system: string): string[] {
  const id = /^ID=("?)(debian|ubuntu)\1$/m.exec(system)?.[2] as 'debian' | 'ubuntu' | undefined;
  return id ? programs.map((program) => packages[id][program]).filter((name) => name !== undefined) : [];
}

function whatToInstall(missing: Program[]): string {
  const lines = missing.map(
    (program) => `  ${byHand[program]}\n    (if it is there already, say where: ${environmentName[program]}=…)`,
  );
  return ['Please install what is missing, then run the same command again:', ...lines].join('\n');
}

function systemName(): string {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
  }
}
