import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { backlogPage } from '../../model/backlog.ts';
import { choice } from '../../model/entry.ts';
import { slug } from '../../model/slug.ts';
import { noteLook } from '../accounts/note-look.ts';
import { signedInOnly } from '../accounts/signed-in-only.ts';
import type { Hub } from '../edge/hub.ts';
import { problemAnswer } from '../edge/problem.ts';
import { readerLanguages } from '../edge/reader-languages.ts';
import { readBacklog } from './read-backlog.ts';

const whole = z
  .string()
  .regex(/^\d{1,15}$/, 'must be a whole number')
  .transform(Number);

const query = z.strictObject({
  before: whole.optional().meta({ description: 'Cursor: `next` of the page before' }),
  after: whole.optional().meta({ description: 'A `seq`: only what arrived, or got its words, after it' }),
  choice: choice.optional(),
  app: slug.optional(),
  limit: whole.refine((limit) => limit >= 1 && limit <= 200, 'must be from 1 to 200').default(50),
});

const route = (hub: Hub) =>
  createRoute({
    method: 'get',
    path: '/backlog',
    summary: 'Feedback for focus sessions, newest first; that it was looked at is noted',
    security: [{ desk: [] }],
    middleware: [signedInOnly(hub)] as const,
    request: { query },
    responses: {
      200: { description: 'A page of the backlog', content: { 'application/json': { schema: backlogPage } } },
      400: problemAnswer('The query is malformed'),
      401: problemAnswer('Nobody is signed in'),
    },
  });

export function backlogRoutes(hub: Hub) {
  return new OpenAPIHono().openapi(route(hub), async (c) => {
    const asked = c.req.valid('query');
    const languages = readerLanguages(c.req.header('accept-language'));
    const about = [asked.app && `app=${asked.app}`, asked.choice && `choice=${asked.choice}`].filter(Boolean).join(' ');
    await noteLook(hub.store, { account: c.var.account, what: 'backlog', asked: about, now: hub.now() });
    return c.json(await readBacklog(hub.store, { ...asked, languages }), 200);
  });
}
