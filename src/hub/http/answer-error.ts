import { randomUUID } from 'node:crypto';
import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { errorFields } from '../log/error-fields.ts';
import type { HubDeps } from './hub-deps.ts';
import { issuesText, refuse } from './problem.ts';

type ValidationResult = { success: true } | { success: false; error: z.core.$ZodError };

/** Refuses what the schema of a route refuses, with each path and reason. */
export function refuseMalformed(checked: ValidationResult, c: Context) {
  if (checked.success) return undefined;
  return refuse(c, 400, {
    kind: 'malformed',
    detail: issuesText(checked.error),
    remedy: 'Send what /openapi.json describes for this route.',
  });
}

const problemsByStatus: Record<number, { kind: string; detail: string; remedy: string }> = {
  400: { kind: 'malformed', detail: 'The body is not JSON.', remedy: 'Send JSON with Content-Type: application/json.' },
  415: {
    kind: 'unknown-media',
    detail: 'The body is of a type that this route does not take.',
    remedy: 'Send Content-Type: application/json.',
  },
};

/** Answers what was thrown: what Hono itself refuses, a store that does not answer, and our own faults, which are logged by an id. */
export function answerError(hub: HubDeps) {
  return (error: unknown, c: Context) => {
    const known = error instanceof HTTPException ? problemsByStatus[error.status] : undefined;
    if (known && error instanceof HTTPException) return refuse(c, error.status as 400 | 415, known);
    const id = randomUUID();
    const isUnreachable = isStoreUnreachable(error);
    hub.log.error(isUnreachable ? 'store away' : 'fault', { id, method: c.req.method, ...errorFields(error) });
    return isUnreachable ? refuse(c, 503, storeUnreachable(id), { 'Retry-After': '5' }) : refuse(c, 500, internalError(id));
  };
}

/** PostgreSQL's classes 08 (connection), 53 (resources), 57P0 (shutdown); and sockets that break. */
function isStoreUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = String((error as NodeJS.ErrnoException).code ?? '');
  const lost = /timeout exceeded when trying to connect|Connection terminated/.test(error.message);
  return lost || /^(08|53|57P0|ECONN|EPIPE|ENOTFOUND|ETIMEDOUT)/.test(code) || isStoreUnreachable(error.cause);
}

const storeUnreachable = (id: string) => ({
  kind: 'store-away',
  detail: `The hub cannot reach its store. It is in the hub's log as ${id}.`,
  remedy: 'Try again in some seconds; if it stays so, whoever runs the hub looks at its database.',
});
const internalError = (id: string) => ({
  kind: 'fault',
  detail: `The hub made a fault of its own. It is in its log as ${id}.`,
  remedy: 'Try again later, and give that id to whoever runs the hub.',
});
