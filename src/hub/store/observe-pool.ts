import pg from 'pg';
import type { Telemetry } from '../telemetry/telemetry.ts';

const OPERATIONS = /^\s*(select|insert|update|delete|with|begin|commit|rollback|declare|fetch|close|set)\b/i;

/** Times every statement of a pool, those of transactions included, and tells how many of its connections are in use. */
export function observePool(name: string, pool: pg.Pool, telemetry: Telemetry): void {
  telemetry.watchPool(name, () => ({
    used: pool.totalCount - pool.idleCount,
    idle: pool.idleCount,
    waiting: pool.waitingCount,
  }));
  observeQueries(pool, pg.Pool.prototype, telemetry);
  pool.on('connect', (client) => observeQueries(client, pg.Client.prototype, telemetry));
}

/** The pool itself queries its connections with callbacks: those statements are timed at the pool. */
function observeQueries(target: pg.Pool | pg.ClientBase, prototype: { query: unknown }, telemetry: Telemetry): void {
  const run = (args: unknown[]) => Reflect.apply(prototype.query as () => Promise<unknown>, target, args);
  const observed = (...args: unknown[]) =>
    typeof args.at(-1) === 'function' ? run(args) : telemetry.statement(operationOf(args[0]), () => run(args));
  Object.assign(target, { query: observed });
}

/** The first word of a statement. Its text is not looked at beyond that. */
function operationOf(sent: unknown): string {
  const text = typeof sent === 'string' ? sent : (sent as { text?: string })?.text;
  return OPERATIONS.exec(text ?? '')?.[1]?.toLowerCase() ?? 'other';
}
