import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { guideHealthList, repairRequest } from '../../../model/hub-api/guide-health.ts';
import { admitRoles, EVERY_ROLE, roleProblems } from '../../auth/admit-roles.ts';
import { decodeBody } from '../../http/decode-body.ts';
import type { HubDeps } from '../../http/hub-deps.ts';
import { revisionEtag } from '../../http/if-match.ts';
import { bodyProblems, problemResponse, refuse, storeProblems } from '../../http/problem.ts';
import { readerLanguages } from '../../http/reader-languages.ts';
import { draftResponse, WRITERS } from '../drafts/draft-responses.ts';
import { prepareRepair } from './prepare-repair.ts';
import { readGuideHealth } from './read-guide-health.ts';

const listRoute = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/guide-health',
    summary:
      'Steps of published guides whose controls people missed, or that were found weakly, by weekly figures of enough people',
    ...admitRoles(hub, { roles: EVERY_ROLE }),
    responses: {
      200: {
        description: 'Those that were missed first, each by the largest share',
        content: { 'application/json': { schema: guideHealthList } },
      },
      401: roleProblems[401],
      ...storeProblems,
    },
  });

const repairRoute = (hub: HubDeps) =>
  createRoute({
    method: 'post',
    path: '/guide-health/repair',
    summary: 'Prepares a draft of the newest version in which an author can repair a step. Nothing is changed in it',
    ...admitRoles(hub, { roles: WRITERS }, decodeBody),
    request: { body: { required: true, content: { 'application/json': { schema: repairRequest } } } },
    responses: {
      201: { ...draftResponse, description: 'Made' },
      ...bodyProblems,
      ...roleProblems,
      404: problemResponse('The newest version of the pack has no such guide'),
      ...storeProblems,
    },
  });

export function guideHealthRoutes(hub: HubDeps) {
  return new OpenAPIHono()
    .openapi(listRoute(hub), async (c) =>
      c.json(await readGuideHealth(hub.store, readerLanguages(c.req.header('accept-language'))), 200),
    )
    .openapi(repairRoute(hub), async (c) => {
      const context = { account: c.var.signIn.account, now: hub.now() };
      const made = await prepareRepair(hub.store, c.req.valid('json'), context);
      return made ? c.json(made, 201, { ETag: revisionEtag(made.revision) }) : refuse(c, 404, unknownGuide);
    });
}

const unknownGuide = {
  kind: 'unknown-guide',
  detail: 'The newest version of this pack has no such guide.',
  remedy: 'Load the list of guides again.',
};
