import { recordAccess } from '../../auth/record-access.ts';
import type { Store } from '../../store/store.ts';
import { setVersion } from '../drafts/set-version.ts';
import { readSignedContent } from '../read-signed-content.ts';
import { lockPack, readStoredVersions, storeVersion } from '../store-version.ts';
import { everybodyIn, insertRelease } from './insert-release.ts';
import { isForEverybody, offeredReleases } from './offered-releases.ts';
import { type ReleasedPack, type ReleaseRow, readReleasedPack } from './read-releases.ts';
import { unknownPack, unknownVersion } from './release-problems.ts';
import { type Editor, judgeEditor, type ReleaseWriteDeps, refused, type WriteRefusal } from './release-write.ts';
import { type SignedForRelease, signForRelease } from './sign-for-release.ts';

export interface RollBack {
  id: string;
  /** The version whose content comes back. */
  to: number;
  editor: Editor;
}

/**
 * Releases the content of an earlier version as the next one, for everybody in the channel that it was in: a device never goes back to a
 * lower version. Only what was reviewed at this hub is signed again.
 */
export async function rollBackPack(
  deps: ReleaseWriteDeps,
  rollBack: RollBack,
): Promise<{ ok: true; version: number } | WriteRefusal> {
  const { id, to } = rollBack;
  const read = await readEarlier(deps, deps.store, rollBack);
  if (!read.ok) return read;
  const next = ((await readStoredVersions(deps.store, id))[0]?.version ?? 0) + 1;
  const content = setVersion(await readSignedContent(deps.store, { id, version: to }), next);
  const signed = await signForRelease(deps, content);
  if (!signed.ok) return signed;
  return deps.store.transaction((tx) => storeRollBack(tx, deps, { ...rollBack, signed }));
}

async function readEarlier(
  { now }: ReleaseWriteDeps,
  tx: Store,
  { id, to, editor }: RollBack,
): Promise<{ ok: true; found: ReleasedPack; earlier: ReleaseRow } | WriteRefusal> {
  const found = await readReleasedPack(tx, id);
  if (!found) return refused(404, unknownPack);
  const known = await judgeEditor(tx, editor, { what: 'This pack', revision: found.state.revision, state: found.state });
  if (!known.ok) return known;
  const earlier = found.releases.find(({ version }) => version === to);
  if (!earlier) return refused(404, unknownVersion(to));
  if (!earlier.approvedBy) return refused(409, notReviewed(to));
  // Devices that got a higher version, also in a roll-out that was stopped, come back only by a new one.
  const isNewest = offeredReleases(found.releases, earlier.channel, now)[0]?.version === to && isForEverybody(earlier);
  return isNewest ? refused(409, alreadyOffered(to)) : { ok: true, found, earlier };
}

async function storeRollBack(tx: Store, deps: ReleaseWriteDeps, rollBack: RollBack & { signed: SignedForRelease }) {
  const { id, to, editor, signed } = rollBack;
  const { now } = deps;
  const stillActive = await signed.holdKey(tx);
  if (!stillActive.ok) return stillActive;
  await lockPack(tx, id);
  // The revision is the one that was seen, so no version was published since.
  const read = await readEarlier(deps, tx, rollBack);
  if (!read.ok) return read;
  const { earlier } = read;
  const { version } = signed.pack.pack;
  await storeVersion(tx, signed.pack, now);
  const by = { publishedBy: editor.account.id, approvedBy: earlier.approvedBy, copyOf: earlier.copyOf ?? to };
  await insertRelease(tx, { pack: id, version, reach: everybodyIn(earlier.channel), now, ...by });
  const query = `pack=${id} version=${version} copy-of=${to}`;
  await recordAccess(tx, { account: editor.account, resource: 'pack rolled back', query, now });
  return { ok: true as const, version };
}

const notReviewed = (version: number) => ({
  kind: 'not-reviewed',
  detail: `Version ${version} was signed elsewhere, and nobody reviewed its content at this hub.`,
  remedy: 'Make its content a draft, and let somebody review it. Or sign it again where it was signed, under a higher version.',
});
const alreadyOffered = (version: number) => ({
  kind: 'already-offered',
  detail: `Version ${version} is for everybody, and no device has a higher one.`,
  remedy: 'Choose an earlier version, or switch the pack off.',
});
