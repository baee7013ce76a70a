import { type OwnProposals, ownProposals } from '../model/hub-api/proposals.ts';
import { storedSecret } from './enrol.ts';
import { createHubClient, type HubClientDeps } from './hub-client.ts';
import type { PolicyHub } from './policy-hub.ts';

/** What has become of the proposals of this install; undefined where the hub does not say. A device that is not enrolled has sent nothing. */
export async function fetchOwnProposals(deps: HubClientDeps, hub: PolicyHub): Promise<OwnProposals['proposals'] | undefined> {
  if ((await storedSecret(deps.kv, hub)) === undefined) return undefined;
  const result = await createHubClient(deps, hub)({ method: 'GET', path: '/v1/proposals' });
  if (!result.ok || result.answer.kind !== 'answered' || result.answer.status !== 200) return undefined;
  return ownProposals.safeParse(result.answer.body).data?.proposals;
}
