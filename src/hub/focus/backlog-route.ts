import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { choice } from '../../model/entry/entry.ts';
import { backlogPage } from '../../model/hub-api/backlog-item.ts';
import { slug } from '../../model/text/slug.ts';
import { recordAccess } from '../auth/record-access.ts';
import { requireSignIn } from '../auth/require-sign-in.ts';
import type { HubDeps } from '../http/hub-deps.ts';
import { problemResponse, storeProblems } from '../http/problem.ts';
import { readerLanguages } from '../http/reader-languages.ts';
import { readBacklog } from './read-backlog.ts';

const wholeNumber = z
  .string()
  .regex(/^\d{1,15}$/, 'must be a whole number')
  .transform(Number);

const query = z.strictObject({
  before: wholeNumber.optional().meta({ description: 'Cursor: `next` of the previous page' }),
  after: wholeNumber.optional().meta({ description: 'A `seq`: only items that arrived, or got a comment, after it' }),
  choice: choice.optional(),
  app: slug.optional(),
  limit: wholeNumber.refine((limit) => limit >= 1 && limit <= 200, 'must be from 1 to 200').default(50),
});

const route = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/backlog',
    summary: 'Feedback for focus sessions, newest first. The request is recorded in the access log',
    security: [{ desk: [] }],
    middleware: [requireSignIn(hub)] as const,
    request: { query },
    responses: {
      200: { description: 'A page of the backlog', content: { 'application/json': { schema: backlogPage } } },
      400: problemResponse('The query is malformed'),
      401: problemResponse('Nobody is signed in'),
      ...storeProblems,
    },
  });

export function backlogRoutes(hub: HubDeps) {
  return new OpenAPIHono().openapi(route(hub), async (c) => {
    const selection = c.req.valid('query');
    const languages = readerLanguages(c.req.header('accept-language'));
    const about = [selection.app && `app=${selection.app}`, selection.choice && `choice=${selection.choice}`]
      .filter(Boolean)
      .join(' ');
    await recordAccess(hub.store, { account: c.var.account, resource: 'backlog', query: about, now: hub.now() });
    return c.json(await readBacklog(hub.store, { ...selection, languages }), 200);
  });
}
