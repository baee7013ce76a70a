import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type DemoClaim = { ok: true; release: () => void } | { ok: false; why: string };

/** Claims the demo for this process: a second one would share its ports and its data. A claim of a process that has ended does not count. */
export function claimDemo(folder: string, pid = process.pid): DemoClaim {
  const file = join(folder, 'running-pid');
  const holder = readPid(file);
  if (holder !== undefined && holder !== pid && isDemo(holder))
    return { ok: false, why: `The demo runs already (pid ${holder}): use its window, or press Ctrl-C there.` };
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${pid}\n`);
  return {
    ok: true,
    release: () => {
      if (readPid(file) === pid) rmSync(file, { force: true });
    },
  };
}

function readPid(file: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || undefined;
  } catch {
    return undefined;
  }
}

/** Is it a demo that runs? Ids of processes are used again, so where the system tells, its command has to be ours. */
function isDemo(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('demo/start.ts');
  } catch {
    return process.platform !== 'linux';
  }
}
