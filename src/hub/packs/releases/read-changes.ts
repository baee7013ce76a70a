import type { PackChanges } from '../../../model/hub-api/releases.ts';
import { describeChanges } from '../../../packs/changes/describe-changes.ts';
import type { Store } from '../../store/store.ts';
import { readSignedContent } from '../read-signed-content.ts';
import { readReleasedPack } from './read-releases.ts';

/** What differs between the contents of two published versions, in words. Undefined unless both were published. */
export async function readChanges(
  store: Store,
  { id, from, to }: { id: string; from: number; to: number },
): Promise<PackChanges | undefined> {
  const found = await readReleasedPack(store, id);
  const isPublished = (version: number) => found?.releases.some((one) => one.version === version);
  if (!isPublished(from) || !isPublished(to)) return undefined;
  const [before, after] = await Promise.all([from, to].map((version) => readSignedContent(store, { id, version })));
  return { from, to, changes: describeChanges(JSON.parse(before!), JSON.parse(after!)) };
}
