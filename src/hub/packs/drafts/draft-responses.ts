import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { draft } from '../../../model/hub-api/drafts.ts';
import type { Role } from '../../../model/hub-api/role.ts';
import { roleProblems, type SignedInEnv } from '../../auth/admit-roles.ts';
import type { HubDeps } from '../../http/hub-deps.ts';
import { revisionEtag } from '../../http/if-match.ts';
import { bodyProblems, problemResponse, refuse, storeProblems } from '../../http/problem.ts';
import type { DraftResult } from './change-draft.ts';
import type { DraftRequest } from './draft-actions.ts';

/** Who may write, hand in and review drafts. */
export const WRITERS: readonly Role[] = ['author', 'publisher', 'admin'];

export const draftParams = z.object({ id: z.uuid() });
export const ifMatchHeader = z.object({
  'if-match': z.string().optional().meta({ description: 'The ETag of the draft as it was loaded' }),
});

export const draftResponse = { description: 'The draft', content: { 'application/json': { schema: draft } } };

/** Responses of every route that changes a draft. */
export const writeResponses = {
  200: { ...draftResponse, description: 'The draft as it is now, with its ETag' },
  400: problemResponse('The id in the address is not a UUID'),
  ...roleProblems,
  404: problemResponse('This hub has no such draft'),
  409: problemResponse('The state of the draft does not allow this'),
  412: problemResponse('Somebody changed the draft meanwhile; the problem says who and when'),
  428: problemResponse('If-Match is missing'),
  ...storeProblems,
};

/** Responses of the routes that only somebody who wrote no part of the draft may call. */
export const reviewResponses = {
  ...writeResponses,
  ...bodyProblems,
  403: problemResponse('This sign-in may not do this, or who asks is an author of the draft; or another site asks'),
};

type DraftContext = Context<SignedInEnv, string, { out: { param: { id: string }; header: { 'if-match'?: string | undefined } } }>;

/** Who asks to change which draft, seen at which revision. */
export const draftRequest = (c: DraftContext, hub: HubDeps): DraftRequest => ({
  id: c.req.valid('param').id,
  ifMatch: c.req.valid('header')['if-match'],
  account: c.var.signIn.account,
  now: hub.now(),
});

/** Answers a change of a draft with the draft as it is now, or with the reason why it was refused. */
export function answerDraft(c: Context, result: DraftResult) {
  if (!result.ok) return refuse(c, result.status as never, result.why, result.headers) as never;
  return c.json(result.draft, 200, { ETag: revisionEtag(result.draft.revision) });
}
