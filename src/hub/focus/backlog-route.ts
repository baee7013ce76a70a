import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { choice } from '../../model/entry/entry.ts';
import { backlogPage } from '../../model/hub-api/backlog-item.ts';
import { slug } from '../../model/text/slug.ts';
import { admitRoles, roleProblems } from '../auth/admit-roles.ts';
import { recordAccess } from '../auth/record-access.ts';
import type { HubDeps } from '../http/hub-deps.ts';
import { problemResponse, storeProblems } from '../http/problem.ts';
import { readerLanguages } from '../http/reader-languages.ts';
import { releasedUpTo } from '../store/release-time.ts';
import { readBacklog } from './read-backlog.ts';

const wholeNumber = z
  .string()
  .regex(/^\d{1,15}$/, 'must be a whole number')
  .transform(Number);

/** Day and id of an item: a place in the list, which tells nothing about arrival. */
const cursor = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'must be `next` of an earlier page')
  .transform((text) => ({ day: text.slice(0, 10), id: text.slice(11) }))
  .refine(({ day }) => !Number.isNaN(Date.parse(day)), 'must be `next` of an earlier page');

const query = z.strictObject({
  before: cursor.optional().meta({ description: 'Cursor: `next` of the previous page' }),
  after: z.iso
    .datetime()
    .optional()
    .meta({ description: '`released` of an earlier page: only items that were released, or got a comment, after it' }),
  choice: choice.optional(),
  app: slug.optional(),
  limit: wholeNumber.refine((limit) => limit >= 1 && limit <= 200, 'must be from 1 to 200').default(50),
});

const route = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/backlog',
    summary: 'Feedback for focus sessions, newest day first. The request is recorded in the access log',
    description:
      'Items of one day are in random order. New items and comments are released at steps of whole hours (CAIRN_RELEASE_HOURS), so that neither order, cursors nor the moment of appearance tell what arrived together. An item has at most 20 comments and 8,000 characters of them.',
    ...admitRoles(hub, { roles: ['facilitator', 'admin'], confirm: 'reading' }),
    request: { query },
    responses: {
      200: { description: 'A page of the backlog', content: { 'application/json': { schema: backlogPage } } },
      400: problemResponse('The query is malformed'),
      ...roleProblems,
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
    const now = hub.now();
    const page = await readBacklog(hub.store, {
      ...selection,
      languages,
      released: releasedUpTo(now, hub.releaseHours),
      now,
    });
    const texts = page.items.filter(({ words, contact }) => words !== undefined || contact !== undefined).length;
    await recordAccess(hub.store, { account: c.var.signIn.account, resource: 'backlog', query: about, texts, now });
    return c.json(page, 200);
  });
}
