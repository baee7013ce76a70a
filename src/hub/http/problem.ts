import { STATUS_CODES } from 'node:http';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type Problem, problem } from '../../model/hub-api/intake.ts';

export interface ProblemDetails {
  /** Machine-readable kind of the problem, as in `wrong-token`; it is the last part of the problem's `type`. */
  kind: string;
  detail: string;
  remedy: string;
}

const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** Responds with RFC 9457 problem details. */
export function refuse<S extends ContentfulStatusCode>(
  c: Context,
  status: S,
  why: ProblemDetails,
  headers: Record<string, string> = {},
) {
  const body: Problem = {
    type: `urn:cairn:problem:${why.kind}`,
    title: STATUS_CODES[status] ?? 'Problem',
    status,
    detail: why.detail,
    remedy: why.remedy,
  };
  return c.json(body, status, { ...headers, 'Content-Type': PROBLEM_MEDIA_TYPE });
}

/** A problem response in the OpenAPI document. The description is a sentence that says what is wrong. */
export function problemResponse(description: string) {
  return { description, content: { [PROBLEM_MEDIA_TYPE]: { schema: problem } } } as const;
}

/** Responses of every route that reads a body. */
export const bodyProblems = {
  400: problemResponse('The body is malformed'),
  413: problemResponse('The body is too large'),
  415: problemResponse('The media type or the encoding of the body is not supported'),
};

/** Responses of every route that uses the store. */
export const storeProblems = {
  500: problemResponse('The hub has failed because of a bug'),
  503: problemResponse('The store cannot be reached or is too busy'),
};

/** The issues of a body or query in one sentence, each with its path. */
export function issuesText(error: z.core.$ZodError): string {
  const texts = error.issues.slice(0, 5).map(({ path, message }) => `${z.core.toDotPath(path) || 'the request'}: ${message}`);
  const more = error.issues.length - texts.length;
  return texts.join('; ') + (more > 0 ? `; and ${more} more` : '');
}
