import { randomUUID } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import { packDrafts } from '../../store/draft-schema.ts';
import type { Store } from '../../store/store.ts';
import { readDraftRow } from '../drafts/draft-row.ts';
import { hashContent } from '../drafts/hash-content.ts';
import { readSignedContent } from '../read-signed-content.ts';
import { readStoredVersions } from '../store-version.ts';
import { guideIdsIn, guideTextIn, putGuide, removeGuide } from './replace-guide.ts';

/** A guide that was taken from a proposal, and is to go. */
export interface TakenGuide {
  pack: string;
  guide: string;
  /** The version that it was published in first; null: it was not. */
  version: number | null;
  /** The account that took it. */
  takenBy: string;
  now: Date;
}

/** The states of a draft in which its content can still change. */
const OPEN = ['draft', 'in-review', 'approved'] as const;

/** Takes the guide out of open drafts of its pack: of one of them, or of all. Reviews and approvals end by it, and the comment says so. */
export async function takeOutOfDrafts(tx: Store, source: TakenGuide, only?: string): Promise<void> {
  const which = only === undefined ? eq(packDrafts.pack, source.pack) : eq(packDrafts.id, only);
  const found = await tx
    .select({ id: packDrafts.id })
    .from(packDrafts)
    .where(and(which, inArray(packDrafts.state, [...OPEN])))
    .orderBy(packDrafts.id);
  const earlier = await readEarlierGuide(tx, source);
  for (const { id } of found) {
    const row = await readDraftRow(tx, id, { lock: true });
    if (!row || !guideIdsIn(row.content).includes(source.guide)) continue;
    const content = withoutGuide(row.content, source.guide, earlier);
    await tx
      .update(packDrafts)
      .set({
        ...{ content, contentHash: hashContent(content), state: 'draft', revision: row.revision + 1, comment: removed(source) },
        ...{ updatedAt: source.now, isChangedByHub: true, approvedBy: null, approvedHash: null },
      })
      .where(eq(packDrafts.id, id));
  }
}

/** Makes a draft of what is published without the guide, for an author to hand in. Null if the newest version does not have it. */
export async function prepareRemoval(tx: Store, source: TakenGuide): Promise<string | null> {
  const { pack, guide, takenBy, now } = source;
  const [newest] = await readStoredVersions(tx, pack);
  if (!newest) return null;
  const published = await readSignedContent(tx, { id: pack, version: newest.version });
  if (!guideIdsIn(published).includes(guide)) return null;
  const content = withoutGuide(published, guide, await readEarlierGuide(tx, source));
  const id = randomUUID();
  await tx.insert(packDrafts).values({
    ...{ id, pack, app: newest.app, version: newest.version + 1, content, contentHash: hashContent(content), state: 'draft' },
    ...{ revision: 1, updatedAt: now, updatedBy: takenBy, isChangedByHub: true, comment: toPublish(source) },
  });
  return id;
}

/** The guide that the proposal replaced, as it was in the version before; undefined if it replaced none. */
async function readEarlierGuide(tx: Store, { pack, guide, version }: TakenGuide): Promise<string | undefined> {
  const stored = await readStoredVersions(tx, pack);
  const before = stored.find((one) => version === null || one.version < version);
  if (!before) return undefined;
  return guideTextIn(await readSignedContent(tx, { id: pack, version: before.version }), guide);
}

const withoutGuide = (content: string, guide: string, earlier: string | undefined): string =>
  (earlier === undefined ? undefined : putGuide(content, guide, earlier)) ?? removeGuide(content, guide);

const removed = ({ guide }: TakenGuide): string =>
  `A colleague withdrew the proposal that the guide "${guide}" comes from, so the hub took the guide and its credit out of this draft, or put back what it had replaced. A review that was under way has ended.`;

const toPublish = ({ guide }: TakenGuide): string =>
  `A colleague withdrew the proposal that the guide "${guide}" comes from. This draft is the published version without the guide and its credit, or with what it had replaced. Devices show the guide until this is reviewed and published: hand it in.`;
