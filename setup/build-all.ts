import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILDS, type Build, hashInputs } from './build-inputs.ts';
import { runChild } from './child.ts';
import { binPath, projectRoot } from './project-root.ts';

interface BuildDeps {
  log: (line: string) => void;
  lifetime: AbortSignal;
}

const OUTPUT_FOLDER = join(projectRoot, '.output');
const BUILD_RECORD_PATH = join(OUTPUT_FOLDER, 'built-from.json');

/** The folder that a build is written to. */
export const builtFolder = (build: Build) => join(OUTPUT_FOLDER, BUILDS[build].to);

/** Builds what is not up to date. Throws with the builder's output when one fails. */
export async function buildAll(targets: readonly Build[], deps: BuildDeps): Promise<void> {
  for (const build of targets) await buildOne(build, deps);
}

async function buildOne(build: Build, { log, lifetime }: BuildDeps): Promise<void> {
  const hash = hashInputs(projectRoot, build);
  if (readRecord()[build] === hash && existsSync(builtFolder(build))) return log(`${build}: up to date`);
  log(`${build}: building`);
  await runBuilder(build, projectRoot, lifetime);
  mkdirSync(OUTPUT_FOLDER, { recursive: true });
  writeFileSync(BUILD_RECORD_PATH, JSON.stringify({ ...readRecord(), [build]: hash }, null, 2));
  log(`${build}: built into .output/${BUILDS[build].to}`);
}

/** Runs the builder on the sources in a folder, in the same environment wherever it is called from. Throws with its output when it fails. */
export async function runBuilder(build: Build, sources: string, lifetime: AbortSignal): Promise<void> {
  const outputLines: string[] = [];
  const [command, ...args] = BUILDS[build].command;
  const code = await runChild(binPath(command), args, {
    cwd: sources,
    env: { ...process.env, NODE_ENV: 'production' },
    lifetime,
    output: { line: (line) => outputLines.push(line) },
  });
  if (code !== 0) throw new Error(`building ${build} ended with code ${code}:\n${outputLines.join('\n')}`);
}

function readRecord(): Partial<Record<Build, string>> {
  return existsSync(BUILD_RECORD_PATH) ? JSON.parse(readFileSync(BUILD_RECORD_PATH, 'utf8')) : {};
}
