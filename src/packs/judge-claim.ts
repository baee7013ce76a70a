import type { Fault } from '../model/fault/fault.ts';
import { judgeVersion } from './judge-version.ts';
import { assignedElsewhere, isFor } from './may-provide.ts';
import type { NamedSource } from './pack-source.ts';
import type { ShelvedPack, VersionFloor } from './shelf-index.ts';

/** A valid pack that a source gives, before it is known whether it may have its place on the shelf. */
export interface PackClaim {
  /** `app/id` */
  name: string;
  source: NamedSource;
  kid: string;
  signer: string;
  version: number;
  digest: string;
}

interface ShelfFacts {
  /** In the policy's order. */
  sources: readonly NamedSource[];
  /** Who has the pack of this name now, as far as it is in force. */
  holder: ShelvedPack | undefined;
  /** The holder got it, or was confirmed in it, in this same refresh. */
  isSettled: boolean;
  floors: readonly VersionFloor[];
}

/**
 * May the claimed pack take its place, or stay there? Undefined if it may, else why not.
 *
 * The policy decides who may provide a pack, and never a version number: versions are compared only with what the same source gave with
 * the same key. A pack changes its source only if the policy names the new one for it, or if the new one stands earlier in the policy and
 * its pack has the same key and is not older.
 */
export function judgeClaim(claim: PackClaim, { sources, holder, isSettled, floors }: ShelfFacts): Fault[] | undefined {
  const { source, name } = claim;
  if (!isFor(source, name)) return [unexpectedPack(claim)];
  const assigned = assignedElsewhere(source.key, name, sources);
  if (assigned) return [providedElsewhere(claim, assigned.name, 'the policy takes it only from')];
  if (holder && holder.source !== source.key && !mayMove(claim, holder, sources, isSettled)) {
    const other = sources.find(({ key }) => key === holder.source)?.name ?? holder.source;
    return [providedElsewhere(claim, other, 'it comes already from')];
  }
  const floor = floors.find((one) => one.name === name && one.signer === claim.signer);
  const versionFault = judgeVersion(claim, floor);
  if (versionFault) return versionFault.why;
  return floor && isFollowed(claim, floor, holder) ? [followedByOtherKey(claim)] : undefined;
}

function mayMove(
  { source, name, signer, version }: PackClaim,
  holder: ShelvedPack,
  sources: readonly NamedSource[],
  isSettled: boolean,
): boolean {
  if (isSettled) return false;
  const isAssigned = source.source.id !== undefined && isFor(source, name);
  const position = (key: string) => sources.findIndex((one) => one.key === key);
  const holding = sources[position(holder.source)];
  const areInline = source.source.jws !== undefined && holding?.source.jws !== undefined;
  const isEarlier = position(source.key) < position(holder.source);
  return isAssigned || areInline || (isEarlier && holder.signer === signer && version >= holder.version);
}

/** After a change of the key, what the old key signed before the change does not come back; what it signs anew does. */
const isFollowed = (claim: PackClaim, floor: VersionFloor, holder: ShelvedPack | undefined): boolean =>
  holder?.source === claim.source.key && holder.signer !== claim.signer && claim.version === floor.version;

function unexpectedPack({ name, source }: PackClaim): Fault {
  const { app, id } = source.source;
  const [ownApp, ownId] = name.split('/');
  const isOtherApp = ownApp !== app;
  return {
    path: isOtherApp ? 'app' : 'id',
    reason: `is "${isOtherApp ? ownApp : ownId}", and the policy expects "${isOtherApp ? app : id}" from here`,
    remedy: 'Correct "app" and "id" of this entry of "packs" in the policy, or publish the expected pack there.',
  };
}

const providedElsewhere = ({ name }: PackClaim, other: string, why: string): Fault => ({
  path: 'id',
  reason: `makes it the pack "${name}", and ${why} "${other}"`,
  remedy:
    'Give one of the two another id, or remove one from "packs" in the policy, or name "app" and "id" at the entry that is to provide it.',
});

const followedByOtherKey = ({ version, kid }: PackClaim): Fault => ({
  path: 'version',
  reason: `is ${version} with the key "${kid}", and another key of the policy signed the pack since`,
  remedy: `Publish it as version ${version + 1} or higher to go back to this key.`,
});
