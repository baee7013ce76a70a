import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';
import { ownProposal, ownProposals, proposal, storedProposal, withdrawal } from '../../../model/hub-api/proposals.ts';
import { admitInstalls } from '../../auth/bearer.ts';
import { decodeBody } from '../../http/decode-body.ts';
import type { HubDeps } from '../../http/hub-deps.ts';
import { bodyProblems, problemResponse, refuse, storeProblems } from '../../http/problem.ts';
import { createTokenBuckets } from '../../http/token-bucket.ts';
import { judgeProposal } from './judge-proposal.ts';
import { listOwnProposals, readOwnProposal } from './own-proposal.ts';
import { ownerMark } from './owner-mark.ts';
import { submitProposal } from './submit-proposal.ts';
import { withdrawProposal } from './withdraw-proposal.ts';

/** People propose now and then; after an outage a browser sends what waited. */
export const PROPOSAL_RATE = { capacity: 60, refillMs: 60_000, maxKeys: 20_000 };

const params = z.object({ id: z.uuid() });
const installProblems = {
  401: problemResponse('The secret is not that of an enrolled install'),
  429: problemResponse('The install asks too often, or too many of its requests are under way'),
  ...storeProblems,
};
const idProblem = { 400: problemResponse('The id in the address is not a UUID') };

function limitRate(hub: HubDeps) {
  const buckets = createTokenBuckets(PROPOSAL_RATE);
  return createMiddleware<{ Variables: { install: string } }>(async (c, next) => {
    const waitMs = buckets.take(c.var.install, hub.now().getTime());
    return waitMs > 0 ? refuse(c, 429, tooOften, { 'Retry-After': String(Math.ceil(waitMs / 1000)) }) : next();
  });
}

const submitRoute = (hub: HubDeps) =>
  createRoute({
    method: 'put',
    path: '/proposals/{id}',
    summary: 'Proposes a guide to the authors. It is stored once, however often it is sent',
    description:
      'The same content again changes nothing. Other content replaces what waits for a decision or was returned. The app may have no pack yet. The desk is not told which install proposed it.',
    ...admitInstalls(hub, limitRate(hub), decodeBody),
    request: { params, body: { required: true, content: { 'application/json': { schema: proposal } } } },
    responses: {
      200: { description: 'It was here before', content: { 'application/json': { schema: ownProposal } } },
      201: { description: 'Stored', content: { 'application/json': { schema: ownProposal } } },
      ...bodyProblems,
      409: problemResponse('It was decided or withdrawn, or too many proposals of the install are undecided'),
      422: problemResponse('No author could take it into a pack; the problem has all faults'),
      ...installProblems,
    },
  });

const listRoute = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/proposals',
    summary: 'The proposals of this install, and what became of them',
    ...admitInstalls(hub),
    responses: {
      200: { description: 'The latest first', content: { 'application/json': { schema: ownProposals } } },
      ...installProblems,
    },
  });

const readRoute = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/proposals/{id}',
    summary: 'All that the hub keeps of a proposal of this install',
    ...admitInstalls(hub),
    request: { params },
    responses: {
      200: { description: 'The proposal', content: { 'application/json': { schema: storedProposal } } },
      ...idProblem,
      404: problemResponse('This install has no such proposal'),
      ...installProblems,
    },
  });

const withdrawRoute = (hub: HubDeps) =>
  createRoute({
    method: 'delete',
    path: '/proposals/{id}',
    summary: 'Withdraws a proposal of this install, at any time',
    description: 'A mark made of install and id remains, so that it is refused if it is sent again.',
    ...admitInstalls(hub, limitRate(hub)),
    request: { params },
    responses: {
      200: { description: 'What happens with it', content: { 'application/json': { schema: withdrawal } } },
      ...idProblem,
      ...installProblems,
    },
  });

export function ownProposalsRoutes(hub: HubDeps) {
  return new OpenAPIHono()
    .openapi(submitRoute(hub), async (c) => {
      const { install, authorKey } = c.var;
      const given = c.req.valid('json');
      const judged = judgeProposal(given, hub.now());
      if (!judged.ok) return refuse(c, judged.status, judged.why);
      const id = c.req.valid('param').id.toLowerCase();
      const who = { install, owner: ownerMark(authorKey), releaseHours: hub.releaseHours };
      const done = await submitProposal(hub.store, { ...who, id, proposal: given, now: hub.now() });
      if (!done.ok) return refuse(c, 409, done.why);
      return c.json(done.proposal, done.isNew ? 201 : 200);
    })
    .openapi(listRoute(hub), async (c) =>
      c.json({ proposals: await listOwnProposals(hub.store, ownerMark(c.var.authorKey), hub.now()) }, 200),
    )
    .openapi(readRoute(hub), async (c) => {
      const id = c.req.valid('param').id.toLowerCase();
      const read = await readOwnProposal(hub.store, { owner: ownerMark(c.var.authorKey), id, now: hub.now() });
      return read ? c.json(read, 200) : refuse(c, 404, unknownProposal);
    })
    .openapi(withdrawRoute(hub), async (c) => {
      const { install, authorKey } = c.var;
      const id = c.req.valid('param').id.toLowerCase();
      const done = await withdrawProposal(hub.store, { install, owner: ownerMark(authorKey), id, now: hub.now() });
      hub.log.info('proposal withdrawn', { install, erased: done.was !== 'unknown' });
      return c.json(done, 200);
    });
}

const tooOften = {
  kind: 'too-many',
  detail: 'This install sends more proposals than the hub accepts in a minute.',
  remedy: 'Send them later.',
};
const unknownProposal = {
  kind: 'unknown-proposal',
  detail: 'This install has no proposal with this id.',
  remedy: 'List the proposals of this install with GET /v1/proposals.',
};
