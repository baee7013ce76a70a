import { endAllGroups } from './child.ts';
import { CommandStopped, commandLifetime } from './command-lifetime.ts';
import { startProgressLog } from './progress-log.ts';

export interface CommandContext {
  args: string[];
  log: (line: string) => void;
  /** Ends at Ctrl-C and the like; what the command starts takes it. */
  lifetime: AbortSignal;
  /** End the command from within, as when its window is closed. */
  end: (why: CommandStopped) => void;
}

/**
 * Run a command to its exit code: what it throws is said in words (with the stack only for our own bugs), and once it is stopped it
 * ends with the code that shells expect.
 */
export async function runCommand(command: (context: CommandContext) => Promise<number>): Promise<void> {
  const { lifetime, end } = commandLifetime();
  const log = startProgressLog();
  try {
    process.exitCode = await command({ args: process.argv.slice(2), log, lifetime, end });
  } catch (error) {
    process.exitCode = reportError(error, lifetime);
  }
  await endAllGroups();
  process.exit();
}

function reportError(error: unknown, lifetime: AbortSignal): number {
  if (lifetime.aborted && lifetime.reason instanceof CommandStopped) {
    console.log(lifetime.reason.message);
    return lifetime.reason.exitCode;
  }
  console.error(
    error instanceof Error && !(error instanceof TypeError || error instanceof ReferenceError) ? error.message : error,
  );
  return 1;
}
