import type { Random } from './random.ts';

/** A parser at a boundary, and how its input is made. */
export interface FuzzTarget {
  name: string;
  /** Of so many cases that are asked for, one is run: for a parser that needs a store or a signature for each case. */
  oneOf?: number;
  /** Prepares what the cases share. */
  open(): Promise<OpenFuzzTarget> | OpenFuzzTarget;
}

export interface OpenFuzzTarget {
  make(random: Random): unknown;
  /** Runs the parser. It throws, or returns what is wrong with the result, if the parser failed. */
  run(input: never): unknown;
  close?(): Promise<void>;
}

/** Binds the types of the input. */
export const target = <I>(
  name: string,
  open: () =>
    | { make(random: Random): I; run(input: I): unknown; close?(): Promise<void> }
    | Promise<{ make(random: Random): I; run(input: I): unknown; close?(): Promise<void> }>,
  oneOf = 1,
): FuzzTarget => ({ name, open: open as FuzzTarget['open'], oneOf });

/** Size of an input, in characters or bytes, roughly. */
export function sizeOf(input: unknown): number {
  let size = 1;
  const open: unknown[] = [input];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'string') size += value.length;
    else if (value instanceof Uint8Array) size += value.byteLength;
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        size += key.length + 1;
        open.push(inner);
      }
    } else size += 1;
  }
  return size;
}
