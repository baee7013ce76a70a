import { endAllGroups } from './child.ts';
import { CommandStopped, commandLifetime } from './command-lifetime.ts';
import { startProgressLog } from './progress-log.ts';

export interface CommandContext {
  args: string[];
  log: (line: string) => void;
  /** Ends at Ctrl-C and the like; everything that the command starts gets it. */
  lifetime: AbortSignal;
  /** Ends the command from within, for example when its window is closed. */
  end: (why: CommandStopped) => void;
}

/**
 * Runs a command to its exit code. An error is printed as its message (with the stack only for our own bugs); a command that was stopped
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
