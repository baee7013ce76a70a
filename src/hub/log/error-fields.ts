export interface ErrorFields {
  /** Name of the error, or the type of what was thrown. */
  error: string;
  message?: string;
  code?: unknown;
  table?: unknown;
  constraint?: unknown;
  frames?: string[] | undefined;
  cause?: ErrorFields;
}

/**
 * The parts of an error that may be logged. The message is included only when it comes from the JavaScript engine or the operating
 * system: messages of the database and of parsers quote the offending value, which can be something that a person wrote.
 */
export function errorFields(error: unknown): ErrorFields {
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
