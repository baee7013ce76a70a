import { fingerprintName, normalizedName } from '../disclosure/fingerprint-name.ts';
import { mayBecomeKnown } from '../disclosure/may-become-known.ts';
import { isSeen, isSeenAgain, isSeenOn, noteSeen } from '../disclosure/seen-names.ts';
import type { Control, ObservedControl } from '../model/entry/control.ts';
import type { Policy } from '../model/policy/policy.ts';
import type { Clock } from '../runtime/clock.ts';
import type { StoredItems } from './storage/open-storage.ts';

interface NameSharingDeps {
  policy: () => Promise<Pick<Policy, 'privacy' | 'hub'>>;
  items: Pick<StoredItems, 'seenNames' | 'nameTable'>;
  clock: Pick<Clock, 'now'>;
}

/**
 * What is added to a control whose name Cairn does not know: the name's fingerprint, and the name itself once the hub says that many
 * people have seen it and this device has seen it on different days. Nothing without the policy's hash key.
 */
export type ShareName = (app: string, observed: ObservedControl, withheld: Control) => Promise<Control>;

export function createNameSharing({ policy, items, clock }: NameSharingDeps): ShareName {
  return async (app, observed, withheld) => {
    const { privacy, hub } = await policy();
    const { hashKey, nameSharing = 'threshold' } = privacy;
    if (!hub || hashKey === undefined || nameSharing === 'off' || observed.name === undefined) return withheld;
    if (!mayBecomeKnown(observed)) return withheld;
    const { role } = withheld;
    const { name } = observed;
    const fingerprint = await fingerprintName(hashKey, { app, role, name });
    const day = new Date(clock.now()).toISOString().slice(0, 10);
    const before = await items.seenNames.get();
    const seen = isSeenOn(before, fingerprint, day)
      ? before
      : await items.seenNames.update((all) => noteSeen(all, fingerprint, day));
    if (!isSeen(seen, fingerprint)) return withheld;
    const table = await items.nameTable.get();
    const isKnown = table.hub === hub.url && isSeenAgain(seen, fingerprint) && table.fingerprints.includes(fingerprint);
    if (!isKnown) return { ...withheld, fingerprint };
    return { role, name: normalizedName(name), fingerprint };
  };
}
