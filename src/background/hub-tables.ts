import { systemClock } from '../runtime/clock.ts';
import { fetchOwnProposals } from '../upload/fetch-own-proposals.ts';
import type { HubClientDeps } from '../upload/hub-client.ts';
import { policyHubOf } from '../upload/policy-hub.ts';
import { refreshFigureTable } from '../upload/refresh-figure-table.ts';
import { refreshNameTable } from '../upload/refresh-name-table.ts';
import type { BackgroundDeps } from './background-deps.ts';
import type { StoredItems } from './storage/open-storage.ts';

interface HubTablesDeps extends Pick<BackgroundDeps, 'policy'> {
  items: Pick<StoredItems, 'figureTable' | 'nameTable'>;
  kv: HubClientDeps['kv'];
}

/** What devices ask the hub for besides packs. */
export function createHubTables({ policy, items, kv }: HubTablesDeps): Pick<BackgroundDeps, 'refreshTables' | 'ownProposals'> {
  const client: HubClientDeps = { fetch: (...args) => fetch(...args), kv, clock: systemClock };
  return {
    async refreshTables() {
      const inForce = await policy();
      const hub = await policyHubOf(inForce);
      if (!hub) return;
      await refreshFigureTable({ ...client, stored: items.figureTable }, hub);
      const { hashKey, nameSharing } = inForce.privacy;
      if (hashKey === undefined || nameSharing === 'off') return;
      await refreshNameTable({ ...client, stored: items.nameTable }, hub);
    },
    async ownProposals() {
      const hub = await policyHubOf(await policy());
      return hub && fetchOwnProposals(client, hub);
    },
  };
}
