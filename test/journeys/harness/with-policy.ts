import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, lstat, mkdir, mkdtemp, readdir, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** Where each browser looks for what its admin decided. */
export const POLICY_FOLDERS = {
  chromium: '/etc/chromium/policies',
  chrome: '/etc/opt/chrome/policies',
  firefox: '/etc/firefox/policies',
} as const;

export type WithPolicyOptions = {
  lifetime: AsyncDisposableStack;
  /** The browser's own program, such as `/usr/bin/chromium`. */
  program: string;
  /** Its policy folder on this machine; hidden from this one browser, untouched for everybody else. */
  folder: string;
  /** The file written there, such as `managed/journey.json`. */
  file: string;
  content: unknown;
};

export type PolicyHome = {
  /** Start this in place of the program: same process, same arguments, its own policy folder. */
  executablePath: string;
  /** Replaces the policy in one step; a browser that watches the folder sees it at once. */
  write(content: unknown): Promise<void>;
};

/**
 * Gives one browser a real managed policy of its own: its program is started in a mount namespace of its own, where a
 * temporary folder lies over the machine's policy folder. Any number of browsers run at once, each with another policy.
 */
export async function withPolicy({ lifetime, program, folder, file, content }: WithPolicyOptions): Promise<PolicyHome> {
  assertNamespaces();
  const home = await mkdtemp(join(tmpdir(), 'cairn-policy-'));
  lifetime.defer(() => rm(home, { recursive: true, force: true }));
  const covered = nearestExisting(folder);
  const cover = join(home, 'cover');
  const real = join(home, 'real');
  await mkdir(real);
  await layCover(covered, cover, real, relative(covered, folder));
  const target = join(cover, relative(covered, folder), file);
  await mkdir(dirname(target), { recursive: true });
  const write = (next: unknown) => replaceFile(target, join(home, 'next.json'), JSON.stringify(next, null, 2));
  await write(content);
  const executablePath = join(home, 'browser');
  await writeFile(executablePath, startScript({ program, covered, cover, real }));
  await chmod(executablePath, 0o755);
  return { executablePath, write };
}

function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(dirname(folder));
}

/** What stands in the covered folder stays visible through links to `real`, except the policy folder itself. */
async function layCover(covered: string, cover: string, real: string, inside: string): Promise<void> {
  await mkdir(cover);
  if (inside === '') return;
  for (const name of await readdir(covered)) {
    const entry = join(covered, name);
    const linked = (await lstat(entry)).isSymbolicLink() ? await readlink(entry) : join(real, name);
    await symlink(linked, join(cover, name));
  }
}

/** A rename, so that no browser ever reads half a policy. */
async function replaceFile(target: string, temporary: string, content: string): Promise<void> {
  await writeFile(temporary, content);
  await rename(temporary, target);
}

/** Every step is an `exec`, so the id that the caller gets is the browser's own; it dies with the caller, even if that is killed. */
function startScript(at: { program: string; covered: string; cover: string; real: string }): string {
  const [program, covered, cover, real] = [at.program, at.covered, at.cover, at.real].map(shellQuote);
  const inside = `mount --rbind ${covered} ${real} && mount --bind ${cover} ${covered} && exec setpriv --pdeathsig KILL ${program} "$@"`;
  return `#!/bin/sh\nexec unshare ${namespaceFlags().join(' ')} -- sh -c ${shellQuote(inside)} browser "$@"\n`;
}

const shellQuote = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`;

const namespaceFlags = () => (process.getuid?.() === 0 ? ['--mount'] : ['--user', '--map-root-user', '--mount']);

function assertNamespaces(): void {
  const tried = spawnSync('unshare', [...namespaceFlags(), '--', 'mount', '--bind', '/tmp', '/tmp'], { encoding: 'utf8' });
  if (tried.status === 0) return;
  throw new Error(
    `A journey's browser needs a private mount namespace for its managed policy, and this machine gives none: ${tried.error?.message ?? tried.stderr.trim()}. ` +
      'On Linux run the journeys as root (a container needs --cap-add SYS_ADMIN), or allow user namespaces: ' +
      'sysctl -w kernel.unprivileged_userns_clone=1 kernel.apparmor_restrict_unprivileged_userns=0. On other systems run them in a Linux container.',
  );
}
