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
