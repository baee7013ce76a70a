import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '../child.ts';

interface FetchPackageDeps {
  /** Where packages are unpacked; one that is there already is not fetched again. */
  folder: string;
  lifetime: AbortSignal;
  log: (line: string) => void;
}

/** Fetches a package by its name and version from the registry and unpacks it. Nothing of it is run. Returns its folder. */
export async function fetchPackage(name: string, { folder, lifetime, log }: FetchPackageDeps): Promise<string> {
  const target = join(folder, name.replace(/[@/]/g, '+'));
  const unpacked = join(target, 'package');
  if (existsSync(unpacked)) return unpacked;
  mkdirSync(target, { recursive: true });
  log(`fetching ${name}`);
  const output = { line: () => {} };
  const packed = await runChild('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', target, name], {
    lifetime,
    output,
  });
  const archive = readdirSync(target).find((file) => file.endsWith('.tgz'));
  if (packed !== 0 || !archive) throw new Error(`npm could not fetch ${name}; the registry may not be reachable.`);
  const code = await runChild('tar', ['-xzf', archive], { cwd: target, lifetime, output });
  if (code !== 0) throw new Error(`tar could not unpack ${archive} of ${name}.`);
  return unpacked;
}
