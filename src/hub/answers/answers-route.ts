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
    description:
      'Everything in it is computed once a week, from what arrived before Monday. An install counts if it enrolled at least seven days before and has sent something other than answers on two days. Without a person in the policy, several installs count as one person. A figure stands until enough people who were in none before have answered.',
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
    const languages = readerLanguages(c.req.header('accept-language'));
    const { installsPerPerson, retentionDays } = hub;
    return c.json(await readAnswers(hub.store, { now, languages, rules: { installsPerPerson, retentionDays } }), 200);
  });
}
