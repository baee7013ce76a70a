import type { Reach } from '../../../model/hub-api/releases.ts';
import { recordAccess } from '../../auth/record-access.ts';
import { judgeIfMatch } from '../../http/if-match.ts';
import type { Store } from '../../store/store.ts';
import { type ApprovedDraft, markPublished, readApprovedDraft } from '../drafts/publish-draft.ts';
import { lockPack, readStoredVersions, storeVersion } from '../store-version.ts';
import { insertRelease } from './insert-release.ts';
import { judgeReach } from './judge-reach.ts';
import { readReleasedPack } from './read-releases.ts';
import { type Editor, type ReleaseWriteDeps, refused, type WriteRefusal } from './release-write.ts';
import { type SignedForRelease, signForRelease } from './sign-for-release.ts';

export interface DraftPublication {
  id: string;
  reach: Reach;
  editor: Editor;
}

/**
 * Signs an approved draft and releases it. It is signed before the transaction, because what holds the key may take seconds; in the
 * transaction everything that it was signed on is read again.
 */
export async function publishApproved(
  deps: ReleaseWriteDeps,
  publication: DraftPublication,
): Promise<{ ok: true; pack: string; version: number } | WriteRefusal> {
  const read = await readCurrentDraft(deps.store, publication);
  if (!read.ok) return read;
  const signed = await signForRelease(deps, read.draft.content);
  if (!signed.ok) return signed;
  return deps.store.transaction((tx) => storePublication(tx, { ...publication, signed, now: deps.now }));
}

async function readCurrentDraft(
  tx: Store,
  { id, editor }: DraftPublication,
): Promise<{ ok: true; draft: ApprovedDraft } | WriteRefusal> {
  const read = await readApprovedDraft(tx, id);
  if (!read.ok && read.why === 'unknown') return refused(404, unknownDraft);
  const { revision, updatedBy, updatedAt } = read.ok ? read.draft : read;
  const known = judgeIfMatch(editor.ifMatch, { what: 'This draft', revision, changedBy: updatedBy.name, changedAt: updatedAt });
  if (!known.ok) return known;
  return read.ok ? read : refused(409, notApproved(read.state));
}

interface PublicationInStore extends DraftPublication {
  signed: SignedForRelease;
  now: Date;
}

async function storePublication(tx: Store, publication: PublicationInStore) {
  const { id, reach, editor, signed, now } = publication;
  const { id: pack, version, app } = signed.pack.pack;
  const stillActive = await signed.holdKey(tx);
  if (!stillActive.ok) return stillActive;
  await lockPack(tx, pack);
  const read = await readCurrentDraft(tx, publication);
  if (!read.ok) return read;
  const stored = await readStoredVersions(tx, pack);
  const otherApp = stored.find((one) => one.app !== app)?.app;
  if (otherApp !== undefined) return refused(409, idTaken(pack, otherApp));
  const newest = stored[0]?.version ?? 0;
  if (newest >= version) return refused(409, versionPassed(version, newest));
  const releases = (await readReleasedPack(tx, pack))?.releases ?? [];
  const judged = judgeReach({ version, wanted: reach, releases, now });
  if (!judged.ok) return judged;
  await storeVersion(tx, signed.pack, now);
  const by = { publishedBy: editor.account.id, approvedBy: read.draft.approvedBy.id };
  await insertRelease(tx, { pack, version, reach, now, ...by });
  await markPublished(tx, id, { by: editor.account, now });
  const query = `pack=${pack} version=${version}`;
  await recordAccess(tx, { account: editor.account, resource: 'pack published', query, now });
  return { ok: true as const, pack, version };
}

const unknownDraft = {
  kind: 'unknown-draft',
  detail: 'This hub has no such draft.',
  remedy: 'Load the list of drafts again.',
};
const notApproved = (state: string) => ({
  kind: 'not-approved',
  detail: `Only an approved draft is published, and this one is ${state}.`,
  remedy: 'Hand it in, and let somebody approve it who is none of its authors.',
});
const idTaken = (pack: string, otherApp: string) => ({
  kind: 'id-taken',
  detail: `${pack} is the id of a pack for the app ${otherApp}.`,
  remedy: 'Give the pack another id, and hand it in again.',
});
const versionPassed = (version: number, newest: number) => ({
  kind: 'version-held',
  detail: `The draft was approved as version ${version}, and version ${newest} has been published since.`,
  remedy:
    'Withdraw the draft and hand it in again: it gets the next version, and whoever approves it sees what differs from now.',
});
