import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { inboxDetail, inboxPage } from '../../model/hub-api/inbox.ts';
import { inboxChangeReply, inboxChangeRequest, inboxChanges } from '../../model/hub-api/inbox-changes.ts';
import { admitRoles, roleProblems } from '../auth/admit-roles.ts';
import { recordAccess } from '../auth/record-access.ts';
import { decodeBody } from '../http/decode-body.ts';
import type { HubDeps } from '../http/hub-deps.ts';
import { revisionEtag } from '../http/if-match.ts';
import { bodyProblems, problemResponse, refuse, storeProblems } from '../http/problem.ts';
import { readerLanguages } from '../http/reader-languages.ts';
import { releasedUpTo } from '../store/release-time.ts';
import { changeItems } from './change-items.ts';
import { changesQuery, inboxQuery } from './inbox-query.ts';
import { readInboxChanges } from './read-changes.ts';
import { readInboxItem } from './read-item.ts';
import { readInboxPage } from './read-page.ts';

const READERS = ['facilitator', 'admin'] as const;

const listRoute = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/inbox',
    summary: 'Feedback to look at, the most important first. The request is recorded in the access log',
    description:
      'Items that say the same of the same control are one row, and so are those that people merged. The newest items are put in order together, then the older ones: so the cost of a page does not depend on how many are stored. A later page can repeat a row whose place has changed meanwhile. With `choice` and `q`, a row is listed if any of its items fits.',
    ...admitRoles(hub, { roles: READERS, confirm: 'reading' }),
    request: { query: inboxQuery },
    responses: {
      200: { description: 'A page of the inbox', content: { 'application/json': { schema: inboxPage } } },
      400: problemResponse('The query is malformed'),
      ...roleProblems,
      ...storeProblems,
    },
  });

const readRoute = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/inbox/items/{id}',
    summary: 'An item of the inbox with those that are grouped with it. The request is recorded in the access log',
    ...admitRoles(hub, { roles: READERS, confirm: 'reading' }),
    request: { params: z.object({ id: z.uuid() }) },
    responses: {
      200: { description: 'The item, with its revision as ETag', content: { 'application/json': { schema: inboxDetail } } },
      400: problemResponse('The id in the address is not a UUID'),
      ...roleProblems,
      404: problemResponse('The inbox does not have this item: it was withdrawn or never there'),
      ...storeProblems,
    },
  });

const pollRoute = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/inbox/changes',
    summary: 'What others decided about items since an earlier answer, and whether anything new was released',
    ...admitRoles(hub, { roles: READERS }),
    request: { query: changesQuery },
    responses: {
      200: { description: 'The changes', content: { 'application/json': { schema: inboxChanges } } },
      400: problemResponse('The query is malformed'),
      ...roleProblems,
      ...storeProblems,
    },
  });

const changeRoute = (hub: HubDeps) =>
  createRoute({
    method: 'post',
    path: '/inbox/changes',
    summary: 'Changes items, each for the revision that it names',
    description:
      'Each change has a result of its own, in the order sent. One that is refused hinders no other; it has the reason and the present state of the item. One that was made has the change that undoes it.',
    ...admitRoles(hub, { roles: READERS }, decodeBody),
    request: { body: { required: true, content: { 'application/json': { schema: inboxChangeRequest } } } },
    responses: {
      200: { description: 'A result for each change', content: { 'application/json': { schema: inboxChangeReply } } },
      ...bodyProblems,
      ...roleProblems,
      ...storeProblems,
    },
  });

export function inboxRoutes(hub: HubDeps) {
  const contextOf = (language: string | undefined) => ({ now: hub.now(), languages: readerLanguages(language) });
  const released = () => releasedUpTo(hub.now(), hub.releaseHours);
  return new OpenAPIHono()
    .openapi(listRoute(hub), async (c) => {
      const [{ account }, query] = [c.var.signIn, c.req.valid('query')];
      const context = contextOf(c.req.header('accept-language'));
      const page = await readInboxPage(hub.store, query, { ...context, account, released: released() });
      const about = [query.app && `app=${query.app}`, query.choice && `choice=${query.choice}`].filter(Boolean).join(' ');
      await recordAccess(hub.store, { account, resource: 'inbox', query: about, texts: textsIn(page.items), now: context.now });
      return c.json(page, 200);
    })
    .openapi(readRoute(hub), async (c) => {
      const [{ account }, { id }] = [c.var.signIn, c.req.valid('param')];
      const context = contextOf(c.req.header('accept-language'));
      const found = await readInboxItem(hub.store, id.toLowerCase(), context);
      if (!found) return refuse(c, 404, unknownItem);
      const texts = textsIn([found.item, ...found.members]);
      await recordAccess(hub.store, { account, resource: 'inbox item', query: `item=${id}`, texts, now: context.now });
      return c.json(found, 200, { ETag: revisionEtag(found.item.revision) });
    })
    .openapi(pollRoute(hub), async (c) => {
      const { since, after } = c.req.valid('query');
      const known = { since, after: after === undefined ? undefined : new Date(after) };
      return c.json(await readInboxChanges(hub.store, { ...known, released: released(), now: hub.now() }), 200);
    })
    .openapi(changeRoute(hub), async (c) => {
      const context = { account: c.var.signIn.account, now: hub.now() };
      return c.json({ results: await changeItems(hub.store, c.req.valid('json').changes, context) }, 200);
    });
}

/** How many items have something that a person wrote. */
const textsIn = (items: readonly { words?: string | undefined; contact?: string | undefined }[]): number =>
  items.filter(({ words, contact }) => words !== undefined || contact !== undefined).length;

const unknownItem = {
  kind: 'unknown-item',
  detail: 'The inbox does not have this item: whoever wrote it may have withdrawn it.',
  remedy: 'Load the list again.',
};
