import { spawnSync } from 'node:child_process';

/** Is there a screen to open a window on? */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/**
 * Why no managed policy can be set for one browser on this machine, with what an admin would do; nothing if it can. The demo never
 * touches the machine's own policies: it gives its browser a policy folder that no other program sees.
 */
export function findPolicyObstacle(): string | undefined {
  if (process.platform !== 'linux') return `${describeUnsupportedPlatform(process.platform)}\n${ALTERNATIVES}`;
  const flags = process.getuid?.() === 0 ? ['--mount'] : ['--user', '--map-root-user', '--mount'];
  const tried = spawnSync('unshare', [...flags, '--', 'mount', '--bind', '/tmp', '/tmp'], { encoding: 'utf8' });
  if (tried.status === 0) return undefined;
  const reason = tried.error?.message ?? tried.stderr.trim();
  return `This machine gives no private mount namespace, so the demo's browser cannot have a managed policy of its own: ${reason}\n${LINUX_REMEDY}\n${ALTERNATIVES}`;
}

const ADMIN_METHODS: Record<string, string> = {
  darwin: 'a configuration profile for org.chromium.Chromium.extensions.ID',
  win32: 'the registry key HKLM\\Software\\Policies\\Chromium\\3rdparty\\extensions\\ID\\policy',
};

const describeUnsupportedPlatform = (platform: string) =>
  `The extension takes its settings from the browser's managed policy alone. On this system an admin sets it by ${ADMIN_METHODS[platform] ?? 'the browser’s own policy folder'}, for the whole machine, which a demo should not do.`;

const LINUX_REMEDY = `Run it as root (a container needs --cap-add SYS_ADMIN), or allow user namespaces:
  sysctl -w kernel.unprivileged_userns_clone=1 kernel.apparmor_restrict_unprivileged_userns=0`;

const ALTERNATIVES = `To see it elsewhere: run the same command in a Linux container or virtual machine. To set it up for real: docs/run/admins.md.`;
