import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { answersPage } from '../../model/hub-api/answer-figures.ts';
import { recordAccess } from '../auth/record-access.ts';
import { requireSignIn } from '../auth/require-sign-in.ts';
import type { HubDeps } from '../http/hub-deps.ts';
import { problemResponse, storeProblems } from '../http/problem.ts';
import { readerLanguages } from '../http/reader-languages.ts';
import { readAnswers } from './read-answers.ts';

const route = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/answers',
    summary:
      'The answers to the questions of packs, as figures from which no single answer can be read. The request is recorded in the access log',
    security: [{ desk: [] }],
    middleware: [requireSignIn(hub)] as const,
    responses: {
      200: { description: 'The questions with their figures', content: { 'application/json': { schema: answersPage } } },
      401: problemResponse('Nobody is signed in'),
      ...storeProblems,
    },
  });

export function answersRoutes(hub: HubDeps) {
  return new OpenAPIHono().openapi(route(hub), async (c) => {
    const now = hub.now();
    await recordAccess(hub.store, { account: c.var.account, resource: 'answers', query: '', now });
    return c.json(await readAnswers(hub.store, { now, languages: readerLanguages(c.req.header('accept-language')) }), 200);
  });
}
