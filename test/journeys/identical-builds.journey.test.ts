import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtFolder, runBuilder } from '../../setup/build-all.ts';
import { BUILDS } from '../../setup/build-inputs.ts';
import { hashFolder } from '../../setup/hash-folder.ts';
import { projectRoot } from '../../setup/project-root.ts';

const SOURCES = ['entrypoints', 'src', 'assets', 'wxt.config.ts', 'setup', 'package.json', 'package-lock.json', 'tsconfig.json'];

test('two builds of the same sources in different folders are identical', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-other-folder-'));
  try {
    for (const path of SOURCES) cpSync(join(projectRoot, path), join(folder, path), { recursive: true });
    symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'), 'junction');
    await runBuilder('chromium', folder, AbortSignal.timeout(150_000));
    expect(hashFolder(join(folder, '.output', BUILDS.chromium.to))).toBe(hashFolder(builtFolder('chromium')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
