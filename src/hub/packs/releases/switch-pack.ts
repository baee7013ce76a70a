import { eq } from 'drizzle-orm';
import { recordAccess } from '../../auth/record-access.ts';
import { packStates } from '../../store/release-schema.ts';
import { lockPack } from '../store-version.ts';
import { notePackChange } from './insert-release.ts';
import { readReleasedPack } from './read-releases.ts';
import { unknownPack } from './release-problems.ts';
import { type Editor, judgeEditor, type ReleaseWriteDeps, refused, type WriteRefusal } from './release-write.ts';

/** Switches a pack off on all devices, with the reason, or on again. */
export function switchPack(
  { store, now }: ReleaseWriteDeps,
  { id, editor }: { id: string; editor: Editor },
  to: { isOff: true; reason: string } | { isOff: false },
): Promise<{ ok: true } | WriteRefusal<404 | 412 | 428>> {
  return store.transaction(async (tx) => {
    await lockPack(tx, id);
    const found = await readReleasedPack(tx, id);
    if (!found) return refused(404, unknownPack);
    const known = await judgeEditor(tx, editor, { what: 'This pack', revision: found.state.revision, state: found.state });
    if (!known.ok) return known;
    await notePackChange(tx, { pack: id, changedBy: editor.account.id, now });
    const set = { isOff: to.isOff, offReason: to.isOff ? to.reason : null };
    await tx.update(packStates).set(set).where(eq(packStates.pack, id));
    const resource = to.isOff ? 'pack switched off' : 'pack switched on';
    await recordAccess(tx, { account: editor.account, resource, query: `pack=${id}`, now });
    return { ok: true };
  });
}
