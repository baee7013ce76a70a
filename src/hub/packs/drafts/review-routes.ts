import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { approval, returned } from '../../../model/hub-api/drafts.ts';
import { admitRoles } from '../../auth/admit-roles.ts';
import { decodeBody } from '../../http/decode-body.ts';
import type { HubDeps } from '../../http/hub-deps.ts';
import { problemResponse } from '../../http/problem.ts';
import { approveDraft, endDraft, returnDraft, submitDraft } from './draft-actions.ts';
import {
  answerDraft,
  draftParams,
  draftRequest,
  ifMatchHeader,
  reviewResponses,
  WRITERS,
  writeResponses,
} from './draft-responses.ts';

const submitRoute = (hub: HubDeps) =>
  createRoute({
    method: 'post',
    path: '/drafts/{id}/submit',
    summary: 'Hands a draft in for review. The hub sets the version in its content',
    ...admitRoles(hub, { roles: WRITERS }),
    request: { params: draftParams, headers: ifMatchHeader },
    responses: {
      ...writeResponses,
      409: problemResponse('The state of the draft does not allow this, or the id is that of a pack for another app'),
      422: problemResponse('Browsers would refuse the content; the problem has all faults'),
    },
  });

const withdrawRoute = (hub: HubDeps) =>
  createRoute({
    method: 'post',
    path: '/drafts/{id}/withdraw',
    summary: 'Takes a draft back from its review, or an approved one from publishing',
    ...admitRoles(hub, { roles: WRITERS }),
    request: { params: draftParams, headers: ifMatchHeader },
    responses: writeResponses,
  });

const discardRoute = (hub: HubDeps) =>
  createRoute({
    method: 'delete',
    path: '/drafts/{id}',
    summary: 'Gives a draft up for good',
    ...admitRoles(hub, { roles: WRITERS }),
    request: { params: draftParams, headers: ifMatchHeader },
    responses: writeResponses,
  });

const approveRoute = (hub: HubDeps) =>
  createRoute({
    method: 'post',
    path: '/drafts/{id}/approve',
    summary: 'Approves the content with this hash. The authors may not',
    ...admitRoles(hub, { roles: WRITERS }, decodeBody),
    request: {
      params: draftParams,
      headers: ifMatchHeader,
      body: { required: true, content: { 'application/json': { schema: approval } } },
    },
    responses: {
      ...reviewResponses,
      409: problemResponse('The state of the draft does not allow this, or it has other content'),
    },
  });

const returnRoute = (hub: HubDeps) =>
  createRoute({
    method: 'post',
    path: '/drafts/{id}/return',
    summary: 'Gives a draft back to its authors with a comment. The authors may not',
    ...admitRoles(hub, { roles: WRITERS }, decodeBody),
    request: {
      params: draftParams,
      headers: ifMatchHeader,
      body: { required: true, content: { 'application/json': { schema: returned } } },
    },
    responses: reviewResponses,
  });

export function reviewRoutes(hub: HubDeps) {
  return new OpenAPIHono()
    .openapi(submitRoute(hub), async (c) => answerDraft(c, await submitDraft(hub.store, draftRequest(c, hub))))
    .openapi(withdrawRoute(hub), async (c) => answerDraft(c, await endDraft(hub.store, draftRequest(c, hub), 'withdraw')))
    .openapi(discardRoute(hub), async (c) => answerDraft(c, await endDraft(hub.store, draftRequest(c, hub), 'discard')))
    .openapi(approveRoute(hub), async (c) =>
      answerDraft(c, await approveDraft(hub.store, draftRequest(c, hub), c.req.valid('json'))),
    )
    .openapi(returnRoute(hub), async (c) =>
      answerDraft(c, await returnDraft(hub.store, draftRequest(c, hub), c.req.valid('json'))),
    );
}
