import { STATUS_CODES } from 'node:http';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type Problem, problem } from '../../model/hub-api.ts';

export interface Refusal {
  /** Names the kind of problem, as in `wrong-token`; clients tell problems apart by it. */
  kind: string;
  detail: string;
  remedy: string;
}

const media = 'application/problem+json';

/** Answers with RFC 9457 problem details. */
export function refuse<S extends ContentfulStatusCode>(
  c: Context,
  status: S,
  why: Refusal,
  headers: Record<string, string> = {},
) {
  const body: Problem = {
    type: `urn:cairn:problem:${why.kind}`,
    title: STATUS_CODES[status] ?? 'Problem',
    status,
    detail: why.detail,
    remedy: why.remedy,
  };
  return c.json(body, status, { ...headers, 'Content-Type': media });
}

/** A problem as an answer in the OpenAPI document. */
export function problemAnswer(description: string) {
  return { description, content: { [media]: { schema: problem } } } as const;
}

/** What is wrong with a body or a query, field by field, in one sentence. */
export function faultText(error: z.core.$ZodError): string {
  const said = error.issues.slice(0, 5).map(({ path, message }) => `${z.core.toDotPath(path) || 'the whole'}: ${message}`);
  const more = error.issues.length - said.length;
  return said.join('; ') + (more > 0 ? `; and ${more} more` : '');
}
