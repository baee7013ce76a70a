// The one door to every command: node setup/bootstrap.mjs SCRIPT.ts [arguments]
// Plain JS on Node 20 with nothing installed. Installs the lockfile's packages if they are not there, then runs the script under the
// Node that the lockfile pins, with its arguments, its signals and its exit code.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages, packagesAreThere } from './packages.mjs';
import { signalGroup, startWarden } from './warden.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const OLDEST_NODE = 20; // the oldest Node whose npm installs this lockfile; the rest runs under the pinned one
const stopSignals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

function refuseOldNode() {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return;
  console.error(`This is Node ${process.versions.node}; Cairn needs Node ${OLDEST_NODE} or newer to begin with.`);
  console.error('Install one from https://nodejs.org or with your system’s package manager, then run the same command again.');
  process.exit(1);
}

/** Runs until it ends by itself or this process is told to stop; answers the exit code to end with. */
function runHere(script, args) {
  const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const child = spawn(node, [script, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env: withOwnNode() });
  for (const signal of stopSignals) process.on(signal, () => child.kill(signal));
  stopWithNpm(() => child.kill('SIGTERM'));
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

/** npm killed outright tells nobody: being handed to another parent is the only sign of it. */
function stopWithNpm(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), 1000).unref();
}

async function install() {
  const warden = startWarden();
  const installing = new AbortController();
  const stop = (signal) => installing.abort(signal);
  for (const signal of stopSignals) process.once(signal, stop);
  const code = await installPackages(root, {
    began: (pid) => {
      warden.watch(pid);
      installing.signal.addEventListener('abort', () => signalGroup(pid, 'SIGTERM'));
    },
    ended: (pid) => warden.forget(pid),
    say: (line) => console.log(line),
  });
  for (const signal of stopSignals) process.off(signal, stop);
  if (installing.signal.aborted) process.exit(128 + constants.signals[installing.signal.reason]);
  if (code) process.exit(code);
}

refuseOldNode();
const [script, ...args] = process.argv.slice(2);
if (!script) {
  console.error('Say which script to run: node setup/bootstrap.mjs SCRIPT.ts [arguments]');
  process.exit(2);
}
process.chdir(root);
if (!packagesAreThere(root)) await install();
process.exitCode = await runHere(script, args);
process.exit();
