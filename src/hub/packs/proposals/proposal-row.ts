import { and, eq, getTableColumns, inArray, type SQL, sql } from 'drizzle-orm';
import type { DraftState } from '../../../model/hub-api/drafts.ts';
import type { Proposal, ProposalState } from '../../../model/hub-api/proposals.ts';
import { packDrafts } from '../../store/draft-schema.ts';
import { proposals } from '../../store/proposal-schema.ts';
import { packs } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { offeredReleases } from '../releases/offered-releases.ts';
import { readReleasedPack } from '../releases/read-releases.ts';
import { proposalState } from './proposal-state.ts';

type StoredProposal = typeof proposals.$inferSelect;

/** A proposal with the state that it has now. */
export interface ProposalRow extends Omit<StoredProposal, 'state' | 'content'> {
  state: ProposalState;
  proposal: Proposal | null;
  draftState: DraftState | null;
  /** The version that was made of its draft. */
  version: number | null;
  /** Devices in use are offered a version from then on that has the guide. */
  isOffered: boolean;
}

/** Proposals under some conditions, in no order. */
export async function readProposals(store: Store, condition: SQL | undefined, now: Date): Promise<ProposalRow[]> {
  const rows = await store
    .select({ ...getTableColumns(proposals), draftState: packDrafts.state, draftVersion: packDrafts.version })
    .from(proposals)
    .leftJoin(packDrafts, eq(packDrafts.id, proposals.draft))
    .where(condition);
  const published = rows.filter(({ draftState }) => draftState === 'published');
  const versionsOf = await readVersions(store, [...new Set(published.flatMap(({ pack }) => pack ?? []))], now);
  return rows.map(({ content, draftVersion, ...row }) => {
    const version = row.draftState === 'published' ? draftVersion : null;
    const having = (versionsOf.get(row.pack ?? '') ?? []).filter(({ guides }) => guides.has(row.guide ?? ''));
    const facts = {
      stored: row.state,
      draftState: row.draftState,
      isInVersion: having.some((one) => one.version === version),
      isOffered: version !== null && having.some((one) => one.isOffered && one.version >= version),
    };
    const proposal: Proposal | null = content === null ? null : JSON.parse(content);
    return { ...row, version, isOffered: facts.isOffered, state: proposalState(facts), proposal };
  });
}

interface Version {
  version: number;
  guides: ReadonlySet<string>;
  isOffered: boolean;
}

/** The versions of packs with the ids of their guides, and which of them devices in use are offered. */
async function readVersions(store: Store, ids: readonly string[], now: Date): Promise<Map<string, Version[]>> {
  const found = new Map<string, Version[]>();
  if (ids.length === 0) return found;
  const guides = sql<string[]>`array(select jsonb_object_keys(${packs.titles}))`;
  const rows = await store
    .select({ id: packs.id, version: packs.version, guides })
    .from(packs)
    .where(inArray(packs.id, [...ids]));
  for (const id of ids) {
    const releases = (await readReleasedPack(store, id))?.releases ?? [];
    const offered = new Set(offeredReleases(releases, 'live', now).map(({ version }) => version));
    const own = rows.filter((one) => one.id === id);
    found.set(
      id,
      own.map((one) => ({ version: one.version, guides: new Set(one.guides), isOffered: offered.has(one.version) })),
    );
  }
  return found;
}

/** One proposal, locked until the transaction ends: whoever decides and whoever withdraws wait for each other. */
export async function lockProposal(
  tx: Store,
  which: { deskId: string } | { owner: string; id: string },
  now: Date,
): Promise<ProposalRow | undefined> {
  const isIt =
    'deskId' in which ? eq(proposals.deskId, which.deskId) : and(eq(proposals.owner, which.owner), eq(proposals.id, which.id));
  await tx.select({ id: proposals.id }).from(proposals).where(isIt).for('update');
  return (await readProposals(tx, isIt, now))[0];
}

export const isRow = ({ owner, id }: Pick<StoredProposal, 'owner' | 'id'>): SQL | undefined =>
  and(eq(proposals.owner, owner), eq(proposals.id, id));
