import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { answersPage, answerTexts } from '../../model/hub-api/answer-figures.ts';
import { admitRoles, EVERY_ROLE, roleProblems } from '../auth/admit-roles.ts';
import { recordAccess } from '../auth/record-access.ts';
import type { HubDeps } from '../http/hub-deps.ts';
import { storeProblems } from '../http/problem.ts';
import { readerLanguages } from '../http/reader-languages.ts';
import { readAnswerTexts } from './read-answer-texts.ts';
import { readAnswers } from './read-answers.ts';

const figuresRoute = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/answers',
    summary:
      'The answers to the questions of packs, as figures from which no single answer can be read. The request is recorded in the access log',
    description:
      'Everything in it is computed once a week, from what arrived before Monday. An install counts if it enrolled at least seven days before and has sent something other than answers on two days. Without a person in the policy, several installs count as one person. A figure stands until enough people who were in none before have answered.',
    ...admitRoles(hub, { roles: EVERY_ROLE }),
    responses: {
      200: { description: 'The questions with their figures', content: { 'application/json': { schema: answersPage } } },
      401: roleProblems[401],
      ...storeProblems,
    },
  });

const textsRoute = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/answers/texts',
    summary:
      'The comments that answer questions, shuffled, where enough people wrote one. The reading is recorded in the access log',
    description: 'A list is copied once a week, with the figures.',
    ...admitRoles(hub, { roles: ['facilitator', 'admin'], confirm: 'reading' }),
    responses: {
      200: { description: 'The comments by question', content: { 'application/json': { schema: answerTexts } } },
      ...roleProblems,
      ...storeProblems,
    },
  });

export function answersRoutes(hub: HubDeps) {
  const rules = { installsPerPerson: hub.installsPerPerson, retentionDays: hub.retentionDays };
  return new OpenAPIHono()
    .openapi(figuresRoute(hub), async (c) => {
      const now = hub.now();
      await recordAccess(hub.store, { account: c.var.signIn.account, resource: 'answers', query: '', now });
      const languages = readerLanguages(c.req.header('accept-language'));
      return c.json(await readAnswers(hub.store, { now, languages, rules }), 200);
    })
    .openapi(textsRoute(hub), async (c) => {
      const now = hub.now();
      const found = await readAnswerTexts(hub.store, { now, rules });
      const texts = found.questions.reduce((sum, { words }) => sum + words.length, 0);
      await recordAccess(hub.store, { account: c.var.signIn.account, resource: 'answer texts', query: '', texts, now });
      return c.json(found, 200);
    });
}
