import { and, eq, sql } from 'drizzle-orm';
import type { Reach } from '../../../model/hub-api/releases.ts';
import { recordAccess } from '../../auth/record-access.ts';
import { packReleases } from '../../store/release-schema.ts';
import type { Store } from '../../store/store.ts';
import { lockPack } from '../store-version.ts';
import { notePackChange, reachColumns } from './insert-release.ts';
import { judgeReach } from './judge-reach.ts';
import { type ReleasedPack, type ReleaseRow, readReleasedPack } from './read-releases.ts';
import { unknownPack, unknownVersion } from './release-problems.ts';
import { isRollOut, releaseState } from './release-state.ts';
import { type Editor, judgeEditor, type ReleaseWriteDeps, refused, type WriteRefusal } from './release-write.ts';

export interface ReleaseEdit {
  id: string;
  version: number;
  editor: Editor;
}

/** Offers a version to more devices, in another channel, or in another time. */
export function changeReach(
  { store, now }: ReleaseWriteDeps,
  edit: ReleaseEdit,
  wanted: Reach,
): Promise<{ ok: true } | WriteRefusal> {
  return store.transaction(async (tx) => {
    const read = await readForEdit(tx, edit);
    if (!read.ok) return read;
    const judged = judgeReach({ version: edit.version, wanted, releases: read.found.releases, now });
    if (!judged.ok) return judged;
    await updateRelease(tx, edit, reachColumns(wanted));
    await noteEdit(tx, edit, { resource: 'pack reach changed', detail: reachText(wanted), now });
    return { ok: true };
  });
}

/** Stops the roll-out of a version: no further device takes it, and who has it keeps it. */
export function stopRollOut(
  { store, now }: ReleaseWriteDeps,
  edit: ReleaseEdit,
  reason: string,
): Promise<{ ok: true } | WriteRefusal> {
  return store.transaction(async (tx) => {
    const read = await readForEdit(tx, edit);
    if (!read.ok) return read;
    const { found, release } = read;
    const isScheduled = releaseState(release, found.releases, now) === 'scheduled';
    if (!isScheduled && !isRollOut(release, found.releases, now)) return refused(409, notRolledOut(edit.version));
    await updateRelease(tx, edit, { stoppedAt: now, stopReason: reason });
    await noteEdit(tx, edit, { resource: 'pack roll-out stopped', now });
    return { ok: true };
  });
}

async function readForEdit(
  tx: Store,
  { id, version, editor }: ReleaseEdit,
): Promise<{ ok: true; found: ReleasedPack; release: ReleaseRow } | WriteRefusal> {
  await lockPack(tx, id);
  const found = await readReleasedPack(tx, id);
  if (!found) return refused(404, unknownPack);
  const release = found.releases.find((one) => one.version === version);
  if (!release) return refused(404, unknownVersion(version));
  const known = await judgeEditor(tx, editor, { what: `Version ${version}`, revision: release.revision, state: found.state });
  return known.ok ? { ok: true, found, release } : known;
}

/** Changes a release and its revision. */
export async function updateRelease(
  tx: Store,
  { id, version }: { id: string; version: number },
  set: Partial<typeof packReleases.$inferInsert>,
): Promise<void> {
  await tx
    .update(packReleases)
    .set({ ...set, revision: sql`${packReleases.revision} + 1` })
    .where(and(eq(packReleases.pack, id), eq(packReleases.version, version)));
}

interface NotedEdit {
  resource: string;
  detail?: string;
  now: Date;
}

async function noteEdit(tx: Store, { id, version, editor }: ReleaseEdit, { resource, detail, now }: NotedEdit): Promise<void> {
  await notePackChange(tx, { pack: id, changedBy: editor.account.id, now });
  const query = `pack=${id} version=${version}${detail ? ` ${detail}` : ''}`;
  await recordAccess(tx, { account: editor.account, resource, query, now });
}

/** The number of departments and not their names: the log shows a query of limited length. */
const reachText = ({ channel, share, departments }: Reach): string =>
  `channel=${channel} share=${share} departments=${departments.length === 0 ? 'all' : departments.length}`;

const notRolledOut = (version: number) => ({
  kind: 'not-rolled-out',
  detail: `Version ${version} is not being rolled out now.`,
  remedy: 'Roll the pack back to an earlier version, or switch it off.',
});
