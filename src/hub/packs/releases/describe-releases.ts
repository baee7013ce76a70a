import { inArray } from 'drizzle-orm';
import type { PackVersions, Release } from '../../../model/hub-api/releases.ts';
import { accounts } from '../../store/account-schema.ts';
import type { Store } from '../../store/store.ts';
import type { ReleasedPack, ReleaseRow } from './read-releases.ts';
import { releaseState } from './release-state.ts';

/** A pack with its releases for the desk, with the names of people. */
export async function describeReleases(store: Store, pack: string, found: ReleasedPack, now: Date): Promise<PackVersions> {
  const names = await readNames(
    store,
    found.releases.flatMap(({ publishedBy, approvedBy }) => [publishedBy, approvedBy]),
  );
  const { isOff, offReason, revision } = found.state;
  const releases = found.releases.map((row) => describeRelease(row, { all: found.releases, names, now }));
  return { pack, app: found.app, isOff, offReason, revision, releases };
}

/** Names of accounts by id. */
async function readNames(store: Store, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids)].filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const { id, name } = accounts;
  const rows = await store.select({ id, name }).from(accounts).where(inArray(id, known));
  return new Map(rows.map((row) => [row.id, row.name]));
}

interface DescribeContext {
  all: readonly ReleaseRow[];
  names: ReadonlyMap<string, string>;
  now: Date;
}

function describeRelease(row: ReleaseRow, { all, names, now }: DescribeContext): Release {
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  const { version, channel, share, departments, revision, stopReason, copyOf } = row;
  return {
    ...{ version, channel, share, departments, revision, stopReason, copyOf },
    state: releaseState(row, all, now),
    from: row.startsAt?.toISOString() ?? null,
    until: row.endsAt?.toISOString() ?? null,
    publishedAt: row.publishedAt.toISOString(),
    publishedBy: nameOf(row.publishedBy),
    approvedBy: nameOf(row.approvedBy),
  };
}
