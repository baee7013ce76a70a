// The one door to every command: node setup/bootstrap.mjs SCRIPT.ts [arguments]
// Plain JS on Node 20 with nothing installed. Installs the lockfile's packages if they are not there, then runs the script under the
// Node that the lockfile pins, with its arguments, its signals and its exit code.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages, packagesAreThere } from './packages.mjs';
import { signalGroup, startWarden } from './warden.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const OLDEST_NODE = 20; // the oldest Node whose npm installs this lockfile; the rest runs under the pinned one
const NPM_GRACE_MS = 1500; // npm undoes a half-done install when it is told to stop, which can take half a minute and is no use to us
const PARENT_LOOK_MS = 1000;
const stopSignals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** Calls back with the signal whenever this process is told to stop. npm killed outright tells nobody: that it is gone has to be seen. */
function onStop(stop) {
  for (const signal of stopSignals) process.on(signal, () => stop(signal));
  if (!process.env.npm_lifecycle_event) return;
  const before = starters();
  const look = setInterval(() => {
    if (starters() === before) return;
    clearInterval(look);
    stop('SIGTERM');
  }, PARENT_LOOK_MS);
  look.unref();
}

/** Our parent's id; and, where npm put a shell between us and itself, npm's, as far as the system tells. */
function starters() {
  const parent = process.ppid;
  try {
    const isShell = readFileSync(`/proc/${parent}/cmdline`, 'utf8').includes('setup/bootstrap.mjs');
    return isShell ? `${parent} ${/^PPid:\t(\d+)/m.exec(readFileSync(`/proc/${parent}/status`, 'utf8'))?.[1]}` : `${parent}`;
  } catch {
    return `${parent}`;
  }
}

function refuseOldNode() {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return;
  console.error(`This is Node ${process.versions.node}; Cairn needs Node ${OLDEST_NODE} or newer to begin with.`);
  console.error('Install one from https://nodejs.org or with your system’s package manager, then run the same command again.');
  process.exit(1);
}

/** Installs, or ends this process: with npm's exit code, or with a signal's once it was told to stop. */
async function install(running) {
  const warden = startWarden();
  const code = await installPackages(root, {
    onStart: (pid) => {
      warden.watch(pid);
      running.stop = (signal) => {
        running.stoppedBy ??= signal;
        signalGroup(pid, 'SIGTERM');
        setTimeout(() => signalGroup(pid, 'SIGKILL'), NPM_GRACE_MS);
      };
    },
    onEnd: (pid) => warden.forget(pid),
    log: (line) => running.stoppedBy || console.log(line),
  });
  if (running.stoppedBy) process.exit(128 + constants.signals[running.stoppedBy]);
  if (code) process.exit(code);
}

/** Runs until it ends by itself or is told to stop; answers the exit code to end with. */
function runHere(script, args, running) {
  const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const child = spawn(node, [script, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env: withOwnNode() });
  running.stop = (signal) => child.kill(signal);
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`Could not start ${node}: ${error.message}\nDelete node_modules and run the same command again.`);
      resolve(1);
    });
    child.on('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

function withOwnNode() {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(process.platform === 'win32' ? ';' : ':');
  return { ...process.env, PATH: path };
}

refuseOldNode();
const [script, ...args] = process.argv.slice(2);
if (!script) {
  console.error('Say which script to run: node setup/bootstrap.mjs SCRIPT.ts [arguments]');
  process.exit(2);
}
process.chdir(root);
/** What runs now: how to stop it, and the signal that did. */
const running = { stop: (signal) => process.exit(128 + constants.signals[signal]), stoppedBy: undefined };
onStop((signal) => running.stop(signal));
if (!packagesAreThere(root)) await install(running);
process.exit(await runHere(script, args, running));
