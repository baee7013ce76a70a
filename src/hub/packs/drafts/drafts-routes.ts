import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { draftContent, draftDetail, draftList } from '../../../model/hub-api/drafts.ts';
import { admitRoles, EVERY_ROLE, roleProblems } from '../../auth/admit-roles.ts';
import { decodeBody } from '../../http/decode-body.ts';
import type { HubDeps } from '../../http/hub-deps.ts';
import { revisionEtag } from '../../http/if-match.ts';
import { bodyProblems, problemResponse, refuse, storeProblems } from '../../http/problem.ts';
import { createDraft, listDrafts, saveDraft } from './draft-actions.ts';
import { faulty, unknownDraft } from './draft-problems.ts';
import {
  answerDraft,
  draftParams,
  draftRequest,
  draftResponse,
  ifMatchHeader,
  WRITERS,
  writeResponses,
} from './draft-responses.ts';
import { readContent } from './read-content.ts';
import { readDraftDetail, writeDetail } from './read-draft-detail.ts';

const listRoute = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/drafts',
    summary: 'Drafts of packs that are neither published nor discarded, changed last first',
    ...admitRoles(hub, { roles: EVERY_ROLE }),
    responses: {
      200: { description: 'The drafts, without their content', content: { 'application/json': { schema: draftList } } },
      401: roleProblems[401],
      ...storeProblems,
    },
  });

const readRoute = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/drafts/{id}',
    summary: 'A draft with its content, its faults, and what it changes of the published version',
    ...admitRoles(hub, { roles: EVERY_ROLE }),
    request: { params: draftParams },
    responses: {
      200: { description: 'The draft, with its ETag', content: { 'application/json': { schema: draftDetail } } },
      400: writeResponses[400],
      401: roleProblems[401],
      404: writeResponses[404],
      ...storeProblems,
    },
  });

const contentBody = { required: true, content: { 'application/json': { schema: draftContent } } };

const createDraftRoute = (hub: HubDeps) =>
  createRoute({
    method: 'post',
    path: '/drafts',
    summary: 'Makes a draft of a pack',
    description: 'The content is stored as it was sent, with the fields that the hub does not know and in the same order.',
    ...admitRoles(hub, { roles: WRITERS }, decodeBody),
    request: { body: contentBody },
    responses: { 201: { ...draftResponse, description: 'Made' }, ...bodyProblems, ...roleProblems, ...storeProblems },
  });

const saveRoute = (hub: HubDeps) =>
  createRoute({
    method: 'put',
    path: '/drafts/{id}',
    summary: 'Replaces the content of a draft. A review or an approval ends by it',
    ...admitRoles(hub, { roles: WRITERS }, decodeBody),
    request: { params: draftParams, headers: ifMatchHeader, body: contentBody },
    responses: {
      ...writeResponses,
      ...bodyProblems,
      409: problemResponse('The state of the draft does not allow this, or the content is of another pack'),
    },
  });

export function draftsRoutes(hub: HubDeps) {
  return new OpenAPIHono()
    .openapi(listRoute(hub), async (c) => c.json({ drafts: await listDrafts(hub.store, c.var.signIn.account) }, 200))
    .openapi(readRoute(hub), async (c) => {
      const { account } = c.var.signIn;
      const read = await readDraftDetail(hub.store, c.req.valid('param').id, { account, now: hub.now() });
      if (!read) return refuse(c, 404, unknownDraft);
      const headers = { ETag: revisionEtag(read.detail.revision), 'Content-Type': 'application/json' };
      return c.body(writeDetail(read), 200, headers) as never;
    })
    .openapi(createDraftRoute(hub), async (c) => {
      const read = readContent(await c.req.text());
      if (!read.ok) return refuse(c, 400, faulty('malformed', read.faults));
      const made = await createDraft(hub.store, read.content, { account: c.var.signIn.account, now: hub.now() });
      return c.json(made, 201, { ETag: revisionEtag(made.revision) });
    })
    .openapi(saveRoute(hub), async (c) => {
      const read = readContent(await c.req.text());
      if (!read.ok) return refuse(c, 400, faulty('malformed', read.faults));
      return answerDraft(c, await saveDraft(hub.store, draftRequest(c, hub), read.content));
    });
}
