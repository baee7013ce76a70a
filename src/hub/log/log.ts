import type { ErrorFields } from './error-fields.ts';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * Every field that a log line may have; a call with any other field does not compile. Logs are shipped and read by many, so no field
 * holds a secret (token, sign-in link, cookie), anything a person wrote, a contact, or the address or query of a request.
 */
interface LogFields {
  /** Id of a request that failed, also sent to the client. */
  id?: string;
  method?: string;
  /** Template of the route, as in `/v1/entries/:id`. */
  route?: string;
  status?: number;
  ms?: number;
  /** Id of an install. */
  install?: string;
  /** Id of a facilitator's account. */
  account?: string;
  /** Role of a sign-in. */
  role?: string;
  signInMethod?: 'link' | 'provider';
  /** Id of an identity provider. */
  provider?: string;
  /** Code of an error, never its message. */
  reason?: string;
  pack?: string;
  version?: number;
  /** Id of a signing key, which every signed pack names. */
  kid?: string;
  duplicate?: boolean;
  entries?: number;
  refused?: number;
  erased?: boolean;
  days?: number;
  /** A moment until which something waits. */
  until?: string;
  /** Scheme, host and port that the hub listens on. */
  url?: string;
  store?: 'folder' | 'postgres';
}

/** Structured log: one JSON object per line. */
export type Log = Record<LogLevel, (msg: string, fields?: LogFields & Partial<ErrorFields>) => void>;

interface JsonLogOptions {
  write: (line: string) => void;
  minLevel: LogLevel;
  now: () => Date;
  /** Is given each line that is written, before it is text. */
  forward?: (level: LogLevel, msg: string, fields: object) => void;
}

export function createJsonLog(options: JsonLogOptions): Log {
  const at =
    (level: LogLevel): Log[LogLevel] =>
    (msg, fields = {}) => {
      if (LOG_LEVELS.indexOf(level) < LOG_LEVELS.indexOf(options.minLevel)) return;
      options.forward?.(level, msg, fields);
      options.write(`${JSON.stringify({ time: options.now().toISOString(), level, msg, ...fields })}\n`);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
