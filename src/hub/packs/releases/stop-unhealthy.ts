import { and, eq } from 'drizzle-orm';
import { localize } from '../../../model/text/text.ts';
import { findUnhealthyGuide } from '../../aggregates/roll-out/find-unhealthy-guide.ts';
import { packReleases } from '../../store/release-schema.ts';
import { packs } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { lockPack } from '../store-version.ts';
import { updateRelease } from './change-release.ts';
import { notePackChange } from './insert-release.ts';
import { hasBegun, versionForEverybody } from './offered-releases.ts';
import { type ReleasedPack, type ReleaseRow, readReleasedPack } from './read-releases.ts';
import { isRollOut } from './release-state.ts';

export interface StopRuleContext {
  now: Date;
  installsPerPerson: number;
}

export interface StoppedRollOut {
  pack: string;
  version: number;
}

/** Looks at each roll-out, and stops those whose guides harm more people than in the version before. Returns what was stopped. */
export async function stopUnhealthy(store: Store, context: StopRuleContext): Promise<StoppedRollOut[]> {
  const stopped: StoppedRollOut[] = [];
  for (const { pack } of await store.selectDistinct({ pack: packReleases.pack }).from(packReleases)) {
    const found = await readReleasedPack(store, pack);
    for (const release of found?.releases ?? []) {
      const isOpen = isRollOut(release, found!.releases, context.now) && hasBegun(release, context.now);
      if (isOpen && (await lookAt(store, { found: found!, release }, context))) stopped.push({ pack, version: release.version });
    }
  }
  return stopped;
}

/** True if this look stopped the roll-out. */
async function lookAt(
  store: Store,
  { found, release }: { found: ReleasedPack; release: ReleaseRow },
  { now, installsPerPerson }: StopRuleContext,
): Promise<boolean> {
  const { pack, version, checks } = release;
  const titles = await readTitles(store, release);
  const earlier = versionForEverybody(found.releases, release.channel, now)?.version;
  const since = release.startsAt ?? release.publishedAt;
  const question = { pack, version, earlier, since, guides: Object.keys(titles), checks, now, installsPerPerson };
  const verdict = await findUnhealthyGuide(store, question);
  if (verdict.checks === checks) return false;
  return store.transaction(async (tx) => {
    await lockPack(tx, pack);
    const current = (await readReleasedPack(tx, pack))?.releases.find((one) => one.version === version);
    // Another hub looked at the same moment, or a person changed the release.
    if (!current || current.revision !== release.revision || JSON.stringify(current.checks) !== JSON.stringify(checks))
      return false;
    const isThis = and(eq(packReleases.pack, pack), eq(packReleases.version, version));
    await tx.update(packReleases).set({ checks: verdict.checks }).where(isThis);
    if (verdict.unhealthy === undefined) return false;
    const stopReason = reasonText(titles[verdict.unhealthy] ?? verdict.unhealthy, earlier);
    await updateRelease(tx, { id: pack, version }, { stoppedAt: now, stopReason });
    await notePackChange(tx, { pack, changedBy: null, now });
    return true;
  });
}

/** Titles of the guides of a version by their ids, in its main language. */
async function readTitles(store: Store, { pack, version }: ReleaseRow): Promise<Record<string, string>> {
  const [row] = await store
    .select({ titles: packs.titles, language: packs.language })
    .from(packs)
    .where(and(eq(packs.id, pack), eq(packs.version, version)));
  const entries = Object.entries(row?.titles ?? {}).map(([id, { title }]) => [id, localize(title, [], row!.language).text]);
  return Object.fromEntries(entries);
}

/** Without numbers: the desk is not told about fewer people than its figures are. */
function reasonText(title: string, earlier: number | undefined): string {
  const than = earlier === undefined ? 'is tolerated' : `in version ${earlier}, or than is tolerated`;
  return `Stopped by the rule: the control of the guide “${title}” was missing for more people, or more people dismissed it, than ${than}.`;
}
