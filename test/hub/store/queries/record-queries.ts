import { relative } from 'node:path';
import { PgDatabase } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { vi } from 'vitest';

export interface RecordedQuery {
  /** The file of the hub that asks, as in `entries/intake/write-batch.ts`. */
  file: string;
  text: string;
}

const HUB = new URL('../../../../src/hub/', import.meta.url).pathname;
/** Through this file others ask. */
const PASSED_ON = 'store/query-rows.ts';

const BEGINNINGS = ['execute', 'select', 'selectDistinct', 'selectDistinctOn', 'insert', 'update', 'delete'] as const;
/** What begins a query returns a builder, and one of these makes the query of it. */
const CONTINUATIONS = ['from', 'values', 'set', 'select'];

type Methods = Record<string, ((...args: unknown[]) => unknown) | undefined>;

/**
 * Every statement that this process sends to PostgreSQL while `act` runs, with the file of the hub that it comes from. A query is sent when
 * it is awaited, where nothing leads back to the file: so the file is noted where the query is begun.
 */
export async function recordQueries(act: () => Promise<unknown>): Promise<RecordedQuery[]> {
  const recorded: RecordedQuery[] = [];
  let asking: string | undefined;
  const spies = [pg.Client.prototype, pg.Pool.prototype].map((prototype) => {
    const { query } = prototype;
    return vi.spyOn(prototype, 'query').mockImplementation(function (this: unknown, ...args: unknown[]) {
      // A pool passes what it is asked on to a connection, with a callback.
      const isPassedOn = typeof args.at(-1) === 'function';
      if (asking && !isPassedOn) recorded.push({ file: asking, text: textOf(args[0]) });
      return Reflect.apply(query, this, args);
    } as never);
  });
  const begun = BEGINNINGS.map((name) => {
    const begin = PgDatabase.prototype[name] as (...args: unknown[]) => object;
    return vi.spyOn(PgDatabase.prototype, name).mockImplementation(function (this: unknown, ...args: unknown[]) {
      const file = fileIn(new Error().stack ?? '');
      return note(Reflect.apply(begin, this, args) as Methods, file, (send) => {
        asking = file;
        try {
          return send();
        } finally {
          asking = undefined;
        }
      });
    } as never);
  });
  try {
    await act();
    return recorded;
  } finally {
    for (const spy of [...spies, ...begun]) spy.mockRestore();
  }
}

/** Calls `sent` around the moment at which a query is sent. */
function note(query: Methods, file: string | undefined, sent: <T>(send: () => T) => T): Methods {
  for (const name of CONTINUATIONS) {
    const method = query[name];
    if (typeof method === 'function' && typeof query.then !== 'function')
      query[name] = (...args) => note(Reflect.apply(method, query, args) as Methods, file, sent);
  }
  const { then } = query;
  // biome-ignore lint/suspicious/noThenProperty: it is a promise of a query, which is sent when it is awaited
  if (typeof then === 'function') query.then = (...args) => sent(() => Reflect.apply(then, query, args));
  return query;
}

const textOf = (sent: unknown): string => (typeof sent === 'string' ? sent : (sent as { text: string }).text);

/** The nearest file of the hub in a stack; undefined if a test asks by itself. */
function fileIn(stack: string): string | undefined {
  const paths = [...stack.matchAll(/(?:file:\/\/)?(\/[^():\s]+\.ts):\d+/g)].map(([, path]) => path!);
  return paths
    .filter((path) => path.startsWith(HUB))
    .map((path) => relative(HUB, path))
    .find((file) => file !== PASSED_ON);
}
