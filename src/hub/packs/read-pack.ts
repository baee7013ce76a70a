import type { Fault } from '../../model/fault/fault.ts';
import { issueFaults } from '../../model/fault/issue-faults.ts';
import { type Pack, pack } from '../../model/pack/pack.ts';
import { findUnstorable } from '../store/find-unstorable.ts';

export type ReadPackResult = { ok: true; pack: Pack; payload: string } | { ok: false; why: string; remedy: string };

/** What every browser refuses to take in, the policy's own limit for a pack. */
const MAX_PACK_CHARS = 2_000_000;

/**
 * Reads the pack in a compact JWS. The signature is not verified: keys are pinned by the policy of each browser, which verifies for
 * itself, so the hub need not be trusted with that.
 */
export function readPack(jws: string): ReadPackResult {
  if (jws.length > MAX_PACK_CHARS)
    return refused(`has ${jws.length} characters, and ${MAX_PACK_CHARS} are allowed`, 'Divide the pack, or shorten its texts.');
  const [head, payload, signature, ...rest] = jws.split('.');
  const written = payload === undefined ? undefined : decode(payload);
  const header = decode(head ?? '') as { alg?: unknown; kid?: unknown } | null | undefined;
  if (!payload || !signature || !/^[\w-]+$/.test(signature) || rest.length > 0)
    return refused('is not a compact JWS: three parts in base64url with dots between', sign);
  if (header?.alg !== 'EdDSA' || typeof header.kid !== 'string')
    return refused('has a header without "alg": "EdDSA" and a "kid"', sign);
  if (written === undefined) return refused('holds no JSON in UTF-8', sign);
  return parsePayload(written, payload);
}

function parsePayload(written: unknown, payload: string): ReadPackResult {
  const parsed = pack.safeParse(written);
  const fault: Partial<Fault> | undefined = parsed.success
    ? findUnstorable(parsed.data)
    : issueFaults(pack, written, parsed.error)[0];
  if (parsed.success && !fault) return { ok: true, pack: parsed.data, payload };
  return refused(`${fault?.path || 'the pack'}: ${fault?.reason}`, fault?.remedy ?? 'Remove that character.');
}

const sign = 'Sign the pack with "cairn pack sign", and send what that writes.';
const refused = (why: string, remedy: string): ReadPackResult => ({ ok: false, why, remedy });

function decode(part: string): unknown {
  if (!/^[\w-]+$/.test(part)) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(part, 'base64url')));
  } catch {
    return undefined;
  }
}
