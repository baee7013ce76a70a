import { spawnSync } from 'node:child_process';
import { aptInstall } from '../../setup/apt.ts';
import type { RecipeDeps } from './real-app.ts';

/** Name → the upstream version that journeys were made with. Debian mends within a version; another one may look another way. */
export type Versions = Readonly<Record<string, string>>;

/** Debian's packages on this machine: installed as root when one is missing, else said what to install. */
export async function debianPackages(wanted: Versions, telling: RecipeDeps): Promise<void> {
  const names = Object.keys(wanted);
  const missing = names.filter((name) => !installedVersion(name));
  if (missing.length > 0) {
    if (process.getuid?.() !== 0 || !hasApt())
      throw new Error(
        `This app comes as packages of Debian 12, and is missing here: ${missing.join(', ')}.\nOn Debian: sudo apt-get install ${missing.join(' ')}`,
      );
    telling.log(`installing ${missing.join(', ')} from Debian's packages`);
    await aptInstall(missing, telling);
  }
  for (const name of names) {
    const there = installedVersion(name);
    if (there && wanted[name] && !there.startsWith(wanted[name]))
      telling.log(`${name} is ${there} here; the journeys were made with ${wanted[name]}, and may not know their way`);
  }
}

function installedVersion(name: string): string | undefined {
  const asked = spawnSync('dpkg-query', ['-W', `-f=\${db:Status-Status} \${Version}`, name], { encoding: 'utf8' });
  const [state, version = ''] = asked.status === 0 ? asked.stdout.split(' ') : [];
  return state === 'installed' ? version.replace(/^\d+:/, '') : undefined;
}

const hasApt = () => spawnSync('apt-get', ['--version']).status === 0;
