import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { answersPage } from '../../model/answer-figures.ts';
import { noteLook } from '../accounts/note-look.ts';
import { signedInOnly } from '../accounts/signed-in-only.ts';
import type { Hub } from '../edge/hub.ts';
import { problemAnswer } from '../edge/problem.ts';
import { readerLanguages } from '../edge/reader-languages.ts';
import { readAnswers } from './read-answers.ts';

const route = (hub: Hub) =>
  createRoute({
    method: 'get',
    path: '/answers',
    summary: 'What was answered to the questions of packs, as far as nobody is told apart; that it was looked at is noted',
    security: [{ desk: [] }],
    middleware: [signedInOnly(hub)] as const,
    responses: {
      200: { description: 'The questions with their figures', content: { 'application/json': { schema: answersPage } } },
      401: problemAnswer('Nobody is signed in'),
    },
  });

export function answersRoutes(hub: Hub) {
  return new OpenAPIHono().openapi(route(hub), async (c) => {
    const now = hub.now();
    await noteLook(hub.store, { account: c.var.account, what: 'answers', asked: '', now });
    return c.json(await readAnswers(hub.store, { now, languages: readerLanguages(c.req.header('accept-language')) }), 200);
  });
}
