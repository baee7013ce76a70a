import type { DeskProposal, DeskProposalDetail, DeskProposals, ProposalTaking } from '../../model/hub-api/desk-proposals.ts';
import type { ApiResult } from './api-result.ts';
import { createDeskRequests, jsonOf, type Seen } from './desk-requests.ts';

/** The part of the hub's API by which authors read and decide what colleagues propose. */
export interface ProposalsApi {
  list: (signal?: AbortSignal) => Promise<ApiResult<DeskProposals>>;
  read: (id: string, signal?: AbortSignal) => Promise<ApiResult<DeskProposalDetail>>;
  take: (proposal: Seen<'id'>, taking: ProposalTaking) => Promise<ApiResult<DeskProposal>>;
  answer: (proposal: Seen<'id'>, how: 'return' | 'decline', comment: string) => Promise<ApiResult<DeskProposal>>;
}

export function createProposalsApi(origin: string): ProposalsApi {
  const { ask } = createDeskRequests(origin);
  return {
    list: (signal) => ask('GET /proposals', { signal }),
    read: (id, signal) => ask(`GET /proposals/${id}`, { signal }),
    take: ({ id, revision }, taking) => ask(`POST /proposals/${id}/take`, jsonOf(revision, taking)),
    answer: ({ id, revision }, how, comment) => ask(`POST /proposals/${id}/${how}`, jsonOf(revision, { comment })),
  };
}
