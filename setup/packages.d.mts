interface Packages {
  packages: Record<string, { version?: string; optional?: boolean }>;
}
export function packagesAreThere(root: string): boolean;
export function sameVersions(lockfile: Packages, installed: Packages): boolean;
export function installPackages(
  root: string,
  told: { began(pid: number): void; ended(pid: number): void; say(line: string): void },
): Promise<number>;
