import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  deskProposal,
  deskProposalDetail,
  deskProposals,
  proposalComment,
  proposalTaking,
} from '../../../model/hub-api/desk-proposals.ts';
import { admitRoles, roleProblems, type SignedInEnv } from '../../auth/admit-roles.ts';
import { recordAccess } from '../../auth/record-access.ts';
import { decodeBody } from '../../http/decode-body.ts';
import type { HubDeps } from '../../http/hub-deps.ts';
import { revisionEtag } from '../../http/if-match.ts';
import { bodyProblems, problemResponse, refuse, storeProblems } from '../../http/problem.ts';
import { WRITERS } from '../drafts/draft-responses.ts';
import { type DecisionRequest, type DecisionResult, decideProposal, unknownProposal } from './decide-proposal.ts';
import { readDeskProposal } from './desk-proposal-detail.ts';
import { listDeskProposals } from './desk-proposals.ts';

const params = z.object({ id: z.uuid() });
const headers = z.object({
  'if-match': z.string().optional().meta({ description: 'The ETag of the proposal as it was loaded' }),
});
const unknown = { 404: problemResponse('The hub has no proposal with this id, or it was withdrawn') };

const listRoute = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/proposals',
    summary: 'What colleagues propose, and which of it they withdrew after it was taken',
    ...admitRoles(hub, { roles: WRITERS }),
    responses: {
      200: { description: 'The proposals, without their guides', content: { 'application/json': { schema: deskProposals } } },
      ...roleProblems,
      ...storeProblems,
    },
  });

const readRoute = (hub: HubDeps) =>
  createRoute({
    method: 'get',
    path: '/proposals/{id}',
    summary: 'A proposal with its guide, its faults, and what it would change of each pack',
    ...admitRoles(hub, { roles: WRITERS }),
    request: { params },
    responses: {
      200: { description: 'The proposal, with its ETag', content: { 'application/json': { schema: deskProposalDetail } } },
      400: problemResponse('The id in the address is not a UUID'),
      ...roleProblems,
      ...unknown,
      ...storeProblems,
    },
  });

const decisionResponses = {
  200: { description: 'The proposal as it is now, with its ETag', content: { 'application/json': { schema: deskProposal } } },
  ...bodyProblems,
  ...roleProblems,
  ...unknown,
  409: problemResponse('The state of the proposal, or of the draft that was chosen, does not allow this'),
  412: problemResponse('The colleague changed the proposal meanwhile, or somebody else decided'),
  428: problemResponse('If-Match is missing'),
  ...storeProblems,
};

const commentRoute = <P extends '/proposals/{id}/return' | '/proposals/{id}/decline'>(hub: HubDeps, path: P, summary: string) =>
  createRoute({
    method: 'post',
    path,
    summary,
    ...admitRoles(hub, { roles: WRITERS }, decodeBody),
    request: { params, headers, body: { required: true, content: { 'application/json': { schema: proposalComment } } } },
    responses: decisionResponses,
  });

const takeRoute = (hub: HubDeps) =>
  createRoute({
    method: 'post',
    path: '/proposals/{id}/take',
    summary: 'Takes a proposal into a draft of a pack. Whoever takes it is an author of that draft, and somebody else reviews it',
    ...admitRoles(hub, { roles: WRITERS }, decodeBody),
    request: { params, headers, body: { required: true, content: { 'application/json': { schema: proposalTaking } } } },
    responses: decisionResponses,
  });

type DecisionContext = Context<
  SignedInEnv,
  string,
  { out: { param: { id: string }; header: { 'if-match'?: string | undefined } } }
>;

const requestOf = (c: DecisionContext, hub: HubDeps): DecisionRequest => ({
  id: c.req.valid('param').id,
  ifMatch: c.req.valid('header')['if-match'],
  account: c.var.signIn.account,
  now: hub.now(),
});

function answerDecision(c: Context, result: DecisionResult) {
  if (!result.ok) return refuse(c, result.status, result.why, result.headers) as never;
  return c.json(result.proposal, 200, { ETag: revisionEtag(result.proposal.revision) });
}

export function deskProposalsRoutes(hub: HubDeps) {
  return new OpenAPIHono()
    .openapi(listRoute(hub), async (c) => {
      const now = hub.now();
      const list = await listDeskProposals(hub.store, now);
      const texts = list.proposals.length;
      await recordAccess(hub.store, { account: c.var.signIn.account, resource: 'proposals', query: '', texts, now });
      return c.json(list, 200);
    })
    .openapi(readRoute(hub), async (c) => {
      const [{ id }, now] = [c.req.valid('param'), hub.now()];
      const read = await readDeskProposal(hub.store, id, now);
      if (!read) return refuse(c, 404, unknownProposal);
      const { account } = c.var.signIn;
      await recordAccess(hub.store, { account, resource: 'proposal', query: `proposal=${id}`, texts: 1, now });
      return c.json(read, 200, { ETag: revisionEtag(read.revision) });
    })
    .openapi(takeRoute(hub), async (c) =>
      answerDecision(c, await decideProposal(hub.store, requestOf(c, hub), { action: 'take', taking: c.req.valid('json') })),
    )
    .openapi(commentRoute(hub, '/proposals/{id}/return', 'Gives a proposal back to the colleague with a comment'), async (c) =>
      answerDecision(c, await decideProposal(hub.store, requestOf(c, hub), { action: 'return', ...c.req.valid('json') })),
    )
    .openapi(commentRoute(hub, '/proposals/{id}/decline', 'Declines a proposal with a comment'), async (c) =>
      answerDecision(c, await decideProposal(hub.store, requestOf(c, hub), { action: 'decline', ...c.req.valid('json') })),
    );
}
