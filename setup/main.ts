import { endAllGroups } from './child.ts';
import { startSaying } from './say.ts';
import { Stopped, untilStopped } from './until-stopped.ts';

export interface Command {
  args: string[];
  say: (line: string) => void;
  /** Ends at Ctrl-C and the like; what the command starts takes it. */
  lifetime: AbortSignal;
  /** End the command from within, as when its window is closed. */
  end: (why: Stopped) => void;
}

/**
 * Run a command to its exit code: what it throws is said in words (with the stack only for our own bugs), and once it is stopped it
 * ends with the code that shells expect.
 */
export async function main(command: (context: Command) => Promise<number>): Promise<void> {
  const { lifetime, end } = untilStopped();
  const say = startSaying();
  try {
    process.exitCode = await command({ args: process.argv.slice(2), say, lifetime, end });
  } catch (error) {
    process.exitCode = tell(error, lifetime);
  }
  await endAllGroups();
  process.exit();
}

function tell(error: unknown, lifetime: AbortSignal): number {
  if (lifetime.aborted && lifetime.reason instanceof Stopped) {
    console.log(lifetime.reason.message);
    return lifetime.reason.exitCode;
  }
  console.error(
    error instanceof Error && !(error instanceof TypeError || error instanceof ReferenceError) ? error.message : error,
  );
  return 1;
}
