// Ends process groups when whoever started them is gone, however it went. Plain JS: the bootstrap uses it before anything is installed.
//
// It reads "+PID" and "-PID" lines on its standard input. When that closes, its starter has ended (a clean end, Ctrl-C or SIGKILL:
// the kernel closes the pipe in each case), and what is still on the list gets SIGTERM, then SIGKILL.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const GRACE_MS = 5000; // PGlite writes its last pages and Chromium its profile in well under this

/** @param {number} pid @param {NodeJS.Signals | 0} signal @returns {boolean} whether the group was there */
export function signalGroup(pid, signal) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
    return true;
  } catch {
    return false;
  }
}

/** Start a warden. It lives until this process ends. @returns {{ watch(pid: number): void, forget(pid: number): void }} */
export function startWarden() {
  const warden = spawn(process.execPath, [fileURLToPath(import.meta.url), '--watch'], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  warden.unref();
  warden.stdin.on('error', () => {});
  /** @type {{ unref?: () => void }} */ (warden.stdin).unref?.();
  return {
    watch: (pid) => void warden.stdin.write(`+${pid}\n`),
    forget: (pid) => void warden.stdin.write(`-${pid}\n`),
  };
}

async function keepWatch() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
  const groups = new Set();
  for await (const line of createInterface({ input: process.stdin })) {
    const pid = Number(line.slice(1));
    if (line.startsWith('+')) groups.add(pid);
    else groups.delete(pid);
  }
  const left = [...groups].filter((pid) => signalGroup(pid, 'SIGTERM'));
  const until = Date.now() + GRACE_MS;
  while (Date.now() < until && left.some((pid) => signalGroup(pid, 0))) await new Promise((done) => setTimeout(done, 50));
  for (const pid of left) signalGroup(pid, 'SIGKILL');
}

if (process.argv[2] === '--watch') await keepWatch();
