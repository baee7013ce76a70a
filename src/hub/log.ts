export const levels = ['debug', 'info', 'warn', 'error'] as const;
export type Level = (typeof levels)[number];

/** Structured log: one JSON object a line. Fields never hold tokens, words or contacts. */
export type Log = Record<Level, (msg: string, fields?: Record<string, unknown>) => void>;

export function jsonLog(from: { write: (line: string) => void; least: Level; now: () => Date }): Log {
  const at =
    (level: Level) =>
    (msg: string, fields: Record<string, unknown> = {}) => {
      if (levels.indexOf(level) < levels.indexOf(from.least)) return;
      from.write(`${JSON.stringify({ time: from.now().toISOString(), level, msg, ...fields })}\n`);
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
    ...(isPlainSpoken(error) && { message: error.message }),
    ...(code !== undefined && { code }),
    ...(table !== undefined && { table }),
    ...(constraint !== undefined && { constraint }),
    frames: frames?.slice(0, 8).map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: errorFields(error.cause) }),
  };
}

function isPlainSpoken(error: Error): boolean {
  return error instanceof ReferenceError || error instanceof TypeError || error instanceof RangeError || 'syscall' in error;
}
