interface Packages {
  packages: Record<string, { version?: string; optional?: boolean }>;
}
export function packagesAreThere(root: string): boolean;
export function sameVersions(lockfile: Packages, installed: Packages): boolean;
export function installPackages(
  root: string,
  deps: { onStart(pid: number): void; onEnd(pid: number): void; log(line: string): void },
): Promise<number>;
