import { setMaxListeners } from 'node:events';

/** Why a command was ended by a person or the system, with the exit code that shells expect. */
export class CommandStopped extends Error {
  readonly exitCode: number;
  constructor(why: string, exitCode: number) {
    super(why);
    this.exitCode = exitCode;
  }
}

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * The lifetime of a command. It ends at Ctrl-C, at SIGTERM, when the terminal closes, when the parent process is gone, or when `end` is
 * called. Everything that the command starts gets it.
 */
export function commandLifetime(): { lifetime: AbortSignal; end: (why: CommandStopped) => void } {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal); // one listener for each thing started; their number is not a leak
  const end = (why: CommandStopped) => controller.abort(why);
  for (const [signal, code] of Object.entries(EXIT_CODES))
    process.on(signal, () => end(new CommandStopped(`stopped by ${signal}`, code)));
  process.on('disconnect', () => end(new CommandStopped('stopped, since the command that started this has ended', 143)));
  process.channel?.unref();
  return { lifetime: controller.signal, end };
}
