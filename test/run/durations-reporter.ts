import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

/** How long one test file took, its imports and hooks included. */
export interface FileDuration {
  /** Path from the project's folder. */
  file: string;
  ms: number;
}

/** Writes the duration of every test file to the file that `CAIRN_TEST_DURATIONS` names. Vitest wants a default export. */
export default class DurationsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const path = process.env.CAIRN_TEST_DURATIONS;
    if (!path) return;
    const durations = modules.map((module): FileDuration => {
      const { collectDuration, duration, prepareDuration, setupDuration } = module.diagnostic();
      return {
        file: relative(process.cwd(), module.moduleId),
        ms: Math.round(collectDuration + duration + prepareDuration + setupDuration),
      };
    });
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(durations, null, 1));
  }
}
