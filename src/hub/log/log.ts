export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Structured log: one JSON object a line. Fields never hold tokens, words or contacts. */
export type Log = Record<LogLevel, (msg: string, fields?: Record<string, unknown>) => void>;

export function createJsonLog(options: { write: (line: string) => void; minLevel: LogLevel; now: () => Date }): Log {
  const at =
    (level: LogLevel) =>
    (msg: string, fields: Record<string, unknown> = {}) => {
      if (LOG_LEVELS.indexOf(level) < LOG_LEVELS.indexOf(options.minLevel)) return;
      options.write(`${JSON.stringify({ time: options.now().toISOString(), level, msg, ...fields })}\n`);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/**
 * What may be logged of an error. The message is left out unless it is the engine's or the system's own: those of the store and of
 * parsers quote the values they choked on, and those can be somebody's words.
 */
export function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, constraint, table } = error as Error & Record<'code' | 'constraint' | 'table', unknown>;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    ...(hasSafeMessage(error) && { message: error.message }),
    ...(code !== undefined && { code }),
    ...(table !== undefined && { table }),
    ...(constraint !== undefined && { constraint }),
    frames: frames?.slice(0, 8).map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: errorFields(error.cause) }),
  };
}

function hasSafeMessage(error: Error): boolean {
  return error instanceof ReferenceError || error instanceof TypeError || error instanceof RangeError || 'syscall' in error;
}
