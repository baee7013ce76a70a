import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { runChild } from './child.ts';

interface AptDeps {
  log: (line: string) => void;
  lifetime: AbortSignal;
}

const LOCK_TIMEOUT_S = 300; // another install may hold dpkg's lock for as long as a big download takes
const NON_INTERACTIVE_ENV = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
const POLICY_RC_PATH = '/usr/sbin/policy-rc.d';

/** `apt-get install` of Debian packages, with no service started by them. Throws when apt-get fails. */
export async function aptInstall(names: string[], deps: AptDeps): Promise<void> {
  const release = preventServiceStart();
  try {
    await configureUnpackedPackages(deps);
    await aptGet(['update'], deps);
    await aptGet(['install', '-y', '--no-install-recommends', '-o', 'Dpkg::Options::=--force-confold', ...names], deps);
  } finally {
    release();
  }
}

/** Debian runs this file before it starts a newly installed service; exit code 101 means no. */
function preventServiceStart(): () => void {
  if (existsSync(POLICY_RC_PATH)) return () => {};
  writeFileSync(POLICY_RC_PATH, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  return () => rmSync(POLICY_RC_PATH, { force: true });
}

/** An install that was stopped half-way leaves packages unpacked; apt-get refuses to continue until they are configured. */
async function configureUnpackedPackages({ log, lifetime }: AptDeps): Promise<void> {
  await runChild('dpkg', ['--configure', '-a', '--force-confold'], {
    lifetime,
    env: NON_INTERACTIVE_ENV,
    output: { line: (line) => log(`  ${line}`) },
  });
}

async function aptGet(args: string[], { log, lifetime }: AptDeps): Promise<void> {
  const options = ['-o', `DPkg::Lock::Timeout=${LOCK_TIMEOUT_S}`, '-o', 'Dpkg::Use-Pty=0', '-o', 'Acquire::Retries=3', '-q'];
  const code = await runChild('apt-get', [...options, ...args], {
    lifetime,
    env: NON_INTERACTIVE_ENV,
    output: { line: (line) => isWorthLogging(line) && log(`  ${line}`) },
  });
  if (code !== 0) throw new Error(`apt-get ${args[0]} ended with code ${code}. Its output is above; it may need the network.`);
}

/** One line for each package, and errors. */
function isWorthLogging(line: string): boolean {
  return /^(Get:\d|Setting up|E:|W:|Err:|Need to get)/.test(line);
}
