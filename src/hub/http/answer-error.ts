import { randomUUID } from 'node:crypto';
import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { errorFields } from '../log/error-fields.ts';
import type { HubDeps } from './hub-deps.ts';
import { issuesText, refuse } from './problem.ts';

type ValidationResult = { success: true } | { success: false; error: z.core.$ZodError };

/** Answers a request that does not match the schema of its route, with the path and reason of each issue. */
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
    detail: 'This route does not accept the media type of the body.',
    remedy: 'Send Content-Type: application/json.',
  },
};

/** Answers thrown errors: those of Hono, those of an unreachable store, and bugs of the hub, which are logged with an id. */
export function answerError(hub: HubDeps) {
  return (error: unknown, c: Context) => {
    const known = error instanceof HTTPException ? problemsByStatus[error.status] : undefined;
    if (known && error instanceof HTTPException) return refuse(c, error.status as 400 | 415, known);
    const id = randomUUID();
    const isUnreachable = isStoreUnreachable(error);
    hub.log.error(isUnreachable ? 'store unreachable' : 'internal error', { id, method: c.req.method, ...errorFields(error) });
    return isUnreachable ? refuse(c, 503, storeUnreachable(id), { 'Retry-After': '5' }) : refuse(c, 500, internalError(id));
  };
}

/**
 * SQLSTATE classes 08 (connection), 53 (resources) and 57P0 (shutdown), 55P03 and 57014 (a lock or a statement took too long), 25P03 (a
 * transaction was idle too long), 40001 and 40P01 (it has to be repeated), and errors of sockets.
 */
function isStoreUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = String((error as NodeJS.ErrnoException).code ?? '');
  const lost = /timeout exceeded when trying to connect|Connection terminated|Query read timeout|not queryable/.test(
    error.message,
  );
  return (
    lost ||
    /^(08|53|57P0|55P03|57014|25P03|40001|40P01|ECONN|EPIPE|ENOTFOUND|ETIMEDOUT)/.test(code) ||
    isStoreUnreachable(error.cause)
  );
}

const storeUnreachable = (id: string) => ({
  kind: 'store-unreachable',
  detail: `The hub cannot reach its store. Its log has the details under ${id}.`,
  remedy: 'Try again in a few seconds. If it lasts, whoever runs the hub should check its database.',
});
const internalError = (id: string) => ({
  kind: 'internal-error',
  detail: `The hub has failed because of a bug. Its log has the details under ${id}.`,
  remedy: 'Try again later, and report this id to whoever runs the hub.',
});
