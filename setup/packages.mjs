// Are the lockfile's packages in node_modules, and how to get them there. Plain JS: runs with nothing installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const HEARTBEAT_MS = 5000;
const stampOf = (root) => join(root, 'node_modules', '.cairn-lockfile');

/**
 * True when node_modules holds what package-lock.json asks for. The stamp answers at once; without it, npm's own record of what it
 * installed is compared, so that packages somebody installed by hand are not thrown away.
 * @param {string} root
 */
export function packagesAreThere(root) {
  const lockfile = readFileSync(join(root, 'package-lock.json'));
  const hash = createHash('sha256').update(lockfile).digest('hex');
  if (read(stampOf(root)) === hash) return true;
  const record = read(join(root, 'node_modules', '.package-lock.json'));
  if (!record || !sameVersions(JSON.parse(lockfile.toString()), JSON.parse(record))) return false;
  writeFileSync(stampOf(root), hash);
  return true;
}

/**
 * Does npm's record of what it installed have every package of the lockfile in its version? Missing optional ones are for other platforms.
 * @param {{ packages: Record<string, { version?: string, optional?: boolean, peer?: boolean }> }} lockfile
 * @param {{ packages: Record<string, { version?: string }> }} installed
 */
export function sameVersions(lockfile, installed) {
  return Object.entries(lockfile.packages).every(([path, wanted]) => {
    const found = installed.packages[path];
    return path === '' || (found ? found.version === wanted.version : wanted.optional === true);
  });
}

/**
 * `npm ci` in a process group of its own, with a line of progress every few seconds.
 * @param {string} root
 * @param {{ onStart(pid: number): void, onEnd(pid: number): void, log(line: string): void }} deps
 * @returns {Promise<number>} exit code; 0 means that the packages are there
 */
export async function installPackages(root, deps) {
  const wanted = topLevel(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  deps.log(`Installing ${wanted.length} packages; the first time takes a minute or so.`);
  const startedAt = Date.now();
  const heartbeat = setInterval(
    () => deps.log(`  ${arrived(root, wanted)} of ${wanted.length} packages, ${seconds(startedAt)}`),
    HEARTBEAT_MS,
  );
  const code = await npmCi(root, deps).finally(() => clearInterval(heartbeat));
  if (code === 0 && packagesAreThere(root)) {
    deps.log(`  installed in ${seconds(startedAt)}`);
    return 0;
  }
  deps.log('npm could not install the packages. Its output is above; check the network and the registry, then run this again.');
  return code || 1;
}

function npmCi(root, deps) {
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const [command, ...first] = npm;
  const child = spawn(command, [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
    shell: command === 'npm' && process.platform === 'win32',
    env: { ...process.env, NODE_ENV: 'development' },
  });
  if (child.pid) deps.onStart(child.pid);
  return new Promise((resolve) => {
    child.on('error', (error) => {
      deps.log(`Could not run npm: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code) => {
      if (child.pid) deps.onEnd(child.pid);
      resolve(code ?? 1);
    });
  });
}

const seconds = (since) => `${Math.round((Date.now() - since) / 1000)} s`;

/** Folders that packages are installed in, but for those inside others and those of other platforms. */
function topLevel(lockfile) {
  const own = Object.entries(lockfile.packages).filter(
    ([path, { optional }]) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path) && !optional,
  );
  return own.map(([path]) => path);
}

/** How many packages' files have arrived. npm makes all the folders first. */
const arrived = (root, paths) => paths.filter((path) => existsSync(join(root, path, 'package.json'))).length;

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
