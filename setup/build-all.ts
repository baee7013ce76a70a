import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Build, builds, hashInputs } from './build-inputs.ts';
import { runChild } from './child.ts';
import { installed, root } from './root.ts';

interface Telling {
  say: (line: string) => void;
  lifetime: AbortSignal;
}

const output = join(root, '.output');
const record = join(output, 'built-from.json');

/** Where a build ends up: a folder. */
export const builtFolder = (build: Build) => join(output, builds[build].to);

/** Build what is not up to date. Throws, with what the builder said, when one fails. */
export async function buildAll(wanted: readonly Build[], telling: Telling): Promise<void> {
  for (const build of wanted) await buildOne(build, telling);
}

async function buildOne(build: Build, { say, lifetime }: Telling): Promise<void> {
  const hash = hashInputs(root, build);
  if (readRecord()[build] === hash && existsSync(builtFolder(build))) return say(`${build}: up to date`);
  say(`${build}: building`);
  const heard: string[] = [];
  const [command, ...args] = builds[build].command;
  const code = await runChild(installed(command), args, { cwd: root, lifetime, output: { line: (line) => heard.push(line) } });
  if (code !== 0) throw new Error(`building ${build} ended with code ${code}:\n${heard.join('\n')}`);
  mkdirSync(output, { recursive: true });
  writeFileSync(record, JSON.stringify({ ...readRecord(), [build]: hash }, null, 2));
  say(`${build}: built into .output/${builds[build].to}`);
}

function readRecord(): Partial<Record<Build, string>> {
  return existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : {};
}
