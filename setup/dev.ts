import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildAll, builtFolder } from './build-all.ts';
import { BUILDS, type Build } from './build-inputs.ts';
import { projectRoot } from './project-root.ts';
import { type CommandContext, runCommand } from './run-command.ts';

const QUIET_MS = 300; // editors and `git checkout` write many files in a row

/** `npm run dev [-- chromium|firefox|desk]`: builds, and builds again whenever a source has changed, until Ctrl-C. */
await runCommand(async (command) => {
  const build = readBuild(command.args[0]);
  await rebuild(build, command);
  command.log(`load ${builtFolder(build)}; after a rebuild, reload the extension and the page`);
  for await (const _ of changes(build, command.lifetime)) await rebuild(build, command);
  return 0;
});

function readBuild(name = 'chromium'): Build {
  if (Object.hasOwn(BUILDS, name)) return name as Build;
  throw new Error(`There is no build "${name}". There are: ${Object.keys(BUILDS).join(', ')}.`);
}

/** A source that does not compile yet is reported; the next change tries again. */
async function rebuild(build: Build, { log, lifetime }: CommandContext): Promise<void> {
  await buildAll([build], { log, lifetime }).catch((error: Error) => {
    lifetime.throwIfAborted();
    log(error.message);
  });
}

/** Yields when files that the build is made of have changed and then stayed as they are for a moment. */
async function* changes(build: Build, lifetime: AbortSignal): AsyncGenerator<void> {
  let changed = Promise.withResolvers<void>();
  const stopped = new Promise<never>((_, reject) => lifetime.addEventListener('abort', () => reject(lifetime.reason)));
  for (const path of BUILDS[build].from)
    watch(join(projectRoot, path), { recursive: true, signal: lifetime }, () => changed.resolve());
  for (;;) {
    await Promise.race([changed.promise, stopped]);
    do {
      changed = Promise.withResolvers<void>();
    } while (await Promise.race([changed.promise.then(() => true), quiet(), stopped]));
    yield;
  }
}

function quiet(): Promise<false> {
  return new Promise((done) => setTimeout(done, QUIET_MS, false));
}
