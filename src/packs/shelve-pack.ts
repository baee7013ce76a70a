import type { Fault } from '../model/fault/fault.ts';
import type { Pack } from '../model/pack/pack.ts';
import { judgeClaim } from './judge-claim.ts';
import type { NamedSource } from './pack-source.ts';
import type { ShelvedPack, VersionFloor } from './shelf-index.ts';
import { holderOf, type Refresh } from './shelf-refresh.ts';
import type { PackPolicy } from './verified-pack-reader.ts';
import { verifyPack } from './verify-pack.ts';

interface OfferedPack {
  source: NamedSource;
  jws: string;
  /** The versions that this source gave before. */
  floors: readonly VersionFloor[];
  /** What the release document says that it is, and when it ends. */
  announced?: { pack: string; version: number; until?: string | undefined };
}

type ShelveResult = { ok: true; floor: VersionFloor } | { ok: false; why: Fault[] };

/** Stores a signed pack if it is valid and its source may provide it. Changes `index` and `shelf`. */
export async function shelvePack({ source, jws, floors, announced }: OfferedPack, refresh: Refresh): Promise<ShelveResult> {
  const { shelf, index, inForce, sources, settled } = refresh;
  const judged = await verifyPack(jws, inForce.keys);
  if (!judged.ok) return judged;
  const { pack, digest, kid, signer } = judged;
  const fault = unannounced(pack, announced) ?? unknownApp(pack, inForce);
  if (fault) return { ok: false, why: [fault] };
  const name = `${pack.app}/${pack.id}`;
  const holder = await holderOf(name, refresh);
  const { version } = pack;
  const claim = { name, source, kid, signer, version, digest };
  const why = judgeClaim(claim, { sources, holder, isSettled: settled.has(name), floors });
  if (why) return { ok: false, why };
  const until = announced?.until;
  const shelved: ShelvedPack = { source: source.key, signer, version, digest, ...(until !== undefined && { until }) };
  if (JSON.stringify(holder) !== JSON.stringify(shelved)) await shelf.jws(name).set(jws);
  index.packs[name] = shelved;
  settled.add(name);
  return { ok: true, floor: { name, signer, version, digest } };
}

/** A document that is not signed says which pack and version it holds; the signed content has to say the same. */
function unannounced({ id, version }: Pack, announced: OfferedPack['announced']): Fault | undefined {
  if (!announced || (announced.pack === id && announced.version === version)) return undefined;
  return {
    path: 'versions',
    reason: `name version ${announced.version} of "${announced.pack}", and hold version ${version} of "${id}" there`,
    remedy: 'Ask who runs the hub: it mixes up its packs. Until then the pack that is held stays.',
  };
}

function unknownApp({ app }: Pack, { apps }: PackPolicy): Fault | undefined {
  if (apps.some(({ id }) => id === app)) return undefined;
  const named = apps.map(({ id }) => `"${id}"`).join(', ') || 'none';
  return {
    path: 'app',
    reason: `is "${app}", and the policy has no app of that id`,
    remedy: `Give the app that id in the policy, or the pack one of its ids: ${named}.`,
  };
}
