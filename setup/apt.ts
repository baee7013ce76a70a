import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { runChild } from './child.ts';

interface Telling {
  say: (line: string) => void;
  lifetime: AbortSignal;
}

const LOCK_SECONDS = 300; // another install may hold dpkg's lock for as long as a big download takes
const quietly = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
const NO_SERVICES = '/usr/sbin/policy-rc.d';

/** `apt-get install` of Debian packages, with no service started by them. Throws when apt-get fails. */
export async function aptInstall(names: string[], telling: Telling): Promise<void> {
  const release = holdServices();
  try {
    await finishInterrupted(telling);
    await aptGet(['update'], telling);
    await aptGet(['install', '-y', '--no-install-recommends', '-o', 'Dpkg::Options::=--force-confold', ...names], telling);
  } finally {
    release();
  }
}

/** Debian asks this file before it starts a service that it has just installed; 101 is "no". */
function holdServices(): () => void {
  if (existsSync(NO_SERVICES)) return () => {};
  writeFileSync(NO_SERVICES, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  return () => rmSync(NO_SERVICES, { force: true });
}

/** An install that was stopped half-way leaves packages unpacked; apt-get refuses to go on until they are set up. */
async function finishInterrupted({ say, lifetime }: Telling): Promise<void> {
  await runChild('dpkg', ['--configure', '-a', '--force-confold'], {
    lifetime,
    env: quietly,
    output: { line: (line) => say(`  ${line}`) },
  });
}

async function aptGet(args: string[], { say, lifetime }: Telling): Promise<void> {
  const options = ['-o', `DPkg::Lock::Timeout=${LOCK_SECONDS}`, '-o', 'Dpkg::Use-Pty=0', '-o', 'Acquire::Retries=3', '-q'];
  const code = await runChild('apt-get', [...options, ...args], {
    lifetime,
    env: quietly,
    output: { line: (line) => worthSaying(line) && say(`  ${line}`) },
  });
  if (code !== 0)
    throw new Error(`apt-get ${args[0]} ended with code ${code}. What it said stands above; it may need the network.`);
}

/** A line a package, and what went wrong. */
function worthSaying(line: string): boolean {
  return /^(Get:\d|Setting up|E:|W:|Err:|Need to get)/.test(line);
}
