import { spawnSync } from 'node:child_process';

/** Is there a screen to open a window on? */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/**
 * Why no managed policy can be set for one browser on this machine, with what an admin would do; nothing if it can. The demo never
 * touches the machine's own policies: it gives its browser a policy folder that no other program sees.
 */
export function whyNoPolicy(): string | undefined {
  if (process.platform !== 'linux') return `${noPolicyHere(process.platform)}\n${insteadOfThis}`;
  const flags = process.getuid?.() === 0 ? ['--mount'] : ['--user', '--map-root-user', '--mount'];
  const tried = spawnSync('unshare', [...flags, '--', 'mount', '--bind', '/tmp', '/tmp'], { encoding: 'utf8' });
  if (tried.status === 0) return undefined;
  const said = tried.error?.message ?? tried.stderr.trim();
  return `This machine gives no private mount namespace, so the demo's browser cannot have a managed policy of its own: ${said}\n${onLinux}\n${insteadOfThis}`;
}

const adminsWay: Record<string, string> = {
  darwin: 'a configuration profile for org.chromium.Chromium.extensions.ID',
  win32: 'the registry key HKLM\\Software\\Policies\\Chromium\\3rdparty\\extensions\\ID\\policy',
};

const noPolicyHere = (platform: string) =>
  `The extension takes its settings from the browser's managed policy alone. On this system an admin sets it by ${adminsWay[platform] ?? 'the browser’s own policy folder'}, for the whole machine, which a demo should not do.`;

const onLinux = `Run it as root (a container needs --cap-add SYS_ADMIN), or allow user namespaces:
  sysctl -w kernel.unprivileged_userns_clone=1 kernel.apparmor_restrict_unprivileged_userns=0`;

const insteadOfThis = `To see it elsewhere: run the same command in a Linux container or virtual machine. To set it up for real: docs/admins.md.`;
