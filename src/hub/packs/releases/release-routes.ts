import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { packChanges, packVersions, reach, reason, release, rollBack } from '../../../model/hub-api/releases.ts';
import { slug } from '../../../model/text/slug.ts';
import { admitRoles, EVERY_ROLE, type RoleRule, roleProblems } from '../../auth/admit-roles.ts';
import { decodeBody } from '../../http/decode-body.ts';
import type { HubDeps } from '../../http/hub-deps.ts';
import { bodyProblems, problemResponse, refuse, storeProblems } from '../../http/problem.ts';
import { answerPack, answerRelease, answerWrite, editorOf } from './answer-releases.ts';
import { changeReach, stopRollOut } from './change-release.ts';
import { publishApproved } from './publish-approved.ts';
import { readChanges } from './read-changes.ts';
import { unknownVersions } from './release-problems.ts';
import { rollBackPack } from './roll-back.ts';
import { switchPack } from './switch-pack.ts';

const PUBLISHERS = ['publisher', 'admin'] as const;
const CONFIRMED: RoleRule = { roles: PUBLISHERS, confirm: 'publishing' };

const version = z.coerce.number().int().min(1).max(2_147_483_647);
const packParams = z.object({ id: slug });
const versionParams = z.object({ id: slug, version });
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { 'application/json': { schema } } });
const ofPack = { description: 'The pack with its releases', content: { 'application/json': { schema: packVersions } } };
const ofRelease = { description: 'The release', content: { 'application/json': { schema: release } } };

const ifMatch = z.object({
  'if-match': z.string().optional().meta({ description: 'The ETag of what is changed, as it was loaded' }),
});

const notFound = problemResponse('This hub has no such pack, version or draft');
const malformed = problemResponse('The address or the body is malformed');
const readProblems = { 400: malformed, 401: roleProblems[401], 404: notFound, ...storeProblems };
const writeProblems = {
  400: malformed,
  ...roleProblems,
  404: notFound,
  412: problemResponse('Somebody changed it since it was loaded. The problem says who and when'),
  428: problemResponse('If-Match is missing'),
  ...storeProblems,
};
const notAllowed = { 409: problemResponse('The state of the pack, the version or the draft does not allow it') };
const signed = { 503: problemResponse('The store, or what holds the signing key, cannot be used now') };

const versionsRoute = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/packs/{id}/versions',
    summary: 'The published versions of a pack, and to whom each is offered',
    ...admitRoles(hub, { roles: EVERY_ROLE }),
    request: { params: packParams },
    responses: { 200: ofPack, ...readProblems },
  });

const changesRoute = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/packs/{id}/changes',
    summary: 'What differs between two published versions of a pack, in words',
    ...admitRoles(hub, { roles: EVERY_ROLE }),
    request: { params: packParams, query: z.object({ from: version, to: version }) },
    responses: {
      200: { description: 'The differences', content: { 'application/json': { schema: packChanges } } },
      ...readProblems,
    },
  });

const publishRoute = (hub: HubDeps) =>
  createRoute({
    method: 'post',
    path: '/drafts/{id}/publish',
    summary: 'Signs an approved draft and releases it as a version of its pack',
    ...admitRoles(hub, CONFIRMED, decodeBody),
    request: { headers: ifMatch, params: z.object({ id: z.uuid() }), body: body(reach) },
    responses: { 201: ofRelease, ...writeProblems, ...bodyProblems, ...notAllowed, ...signed },
  });

const reachRoute = (hub: HubDeps) =>
  createRoute({
    method: 'put',
    path: '/packs/{id}/versions/{version}/reach',
    summary: 'Offers a version to more devices, in another channel, or in another time',
    ...admitRoles(hub, CONFIRMED, decodeBody),
    request: { headers: ifMatch, params: versionParams, body: body(reach) },
    responses: { 200: ofRelease, ...writeProblems, ...bodyProblems, ...notAllowed },
  });

const stopRoute = (hub: HubDeps) =>
  createRoute({
    method: 'post',
    path: '/packs/{id}/versions/{version}/stop',
    summary: 'Stops the roll-out of a version: no further device takes it',
    ...admitRoles(hub, { roles: PUBLISHERS }, decodeBody),
    request: { headers: ifMatch, params: versionParams, body: body(reason) },
    responses: { 200: ofRelease, ...writeProblems, ...bodyProblems, ...notAllowed },
  });

const offRoute = (hub: HubDeps) =>
  createRoute({
    method: 'post',
    path: '/packs/{id}/off',
    summary: 'Switches a pack off on all devices',
    ...admitRoles(hub, { roles: PUBLISHERS }, decodeBody),
    request: { headers: ifMatch, params: packParams, body: body(reason) },
    responses: { 200: ofPack, ...writeProblems, ...bodyProblems },
  });

const onRoute = (hub: HubDeps) =>
  createRoute({
    method: 'post',
    path: '/packs/{id}/on',
    summary: 'Switches a pack on again',
    ...admitRoles(hub, CONFIRMED),
    request: { headers: ifMatch, params: packParams },
    responses: { 200: ofPack, ...writeProblems },
  });

const rollBackRoute = (hub: HubDeps) =>
  createRoute({
    method: 'post',
    path: '/packs/{id}/roll-back',
    summary: 'Releases the content of an earlier version as the next version, for everybody',
    ...admitRoles(hub, CONFIRMED, decodeBody),
    request: { headers: ifMatch, params: packParams, body: body(rollBack) },
    responses: { 201: ofPack, ...writeProblems, ...bodyProblems, ...notAllowed, ...signed },
  });

/** Versions of packs at the desk: reading, publishing, rolling out, stopping, rolling back and switching off. */
export function releaseRoutes(hub: HubDeps) {
  const deps = () => ({ store: hub.store, signer: hub.signer, now: hub.now() });
  return new OpenAPIHono()
    .openapi(versionsRoute(hub), (c) => answerPack(c, hub, { id: c.req.valid('param').id, status: 200 }))
    .openapi(changesRoute(hub), async (c) => {
      const read = await readChanges(hub.store, { id: c.req.valid('param').id, ...c.req.valid('query') });
      return read ? c.json(read, 200) : refuse(c, 404, unknownVersions);
    })
    .openapi(publishRoute(hub), async (c) => {
      const publication = { id: c.req.valid('param').id, reach: c.req.valid('json'), editor: editorOf(c) };
      const done = await publishApproved(deps(), publication);
      if (!done.ok) return answerWrite(c, done);
      hub.log.info('pack published', { pack: done.pack, version: done.version, duplicate: false });
      return answerRelease(c, hub, { id: done.pack, version: done.version, status: 201 });
    })
    .openapi(reachRoute(hub), async (c) => {
      const edit = { ...c.req.valid('param'), editor: editorOf(c) };
      const done = await changeReach(deps(), edit, c.req.valid('json'));
      return done.ok ? answerRelease(c, hub, { ...edit, status: 200 }) : answerWrite(c, done);
    })
    .openapi(stopRoute(hub), async (c) => {
      const edit = { ...c.req.valid('param'), editor: editorOf(c) };
      const done = await stopRollOut(deps(), edit, c.req.valid('json').reason);
      return done.ok ? answerRelease(c, hub, { ...edit, status: 200 }) : answerWrite(c, done);
    })
    .openapi(offRoute(hub), async (c) => {
      const { id } = c.req.valid('param');
      const to = { isOff: true, reason: c.req.valid('json').reason } as const;
      const done = await switchPack(deps(), { id, editor: editorOf(c) }, to);
      return done.ok ? answerPack(c, hub, { id, status: 200 }) : answerWrite(c, done);
    })
    .openapi(onRoute(hub), async (c) => {
      const { id } = c.req.valid('param');
      const done = await switchPack(deps(), { id, editor: editorOf(c) }, { isOff: false });
      return done.ok ? answerPack(c, hub, { id, status: 200 }) : answerWrite(c, done);
    })
    .openapi(rollBackRoute(hub), async (c) => {
      const { id } = c.req.valid('param');
      const done = await rollBackPack(deps(), { id, to: c.req.valid('json').to, editor: editorOf(c) });
      if (!done.ok) return answerWrite(c, done);
      hub.log.info('pack published', { pack: id, version: done.version, duplicate: false });
      return answerPack(c, hub, { id, status: 201 });
    });
}
