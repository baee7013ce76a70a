import type { Fault } from '../../model/fault/fault.ts';
import type { Pack } from '../../model/pack/pack.ts';
import { parsePack } from '../../packs/parse-pack.ts';
import { findUnstorable } from '../store/find-unstorable.ts';

export type ReadPackResult = { ok: true; pack: Pack; payload: string } | { ok: false; why: string; remedy: string };

/** The policy's own limit for a pack, which every browser enforces. */
const MAX_PACK_CHARS = 2_000_000;

/**
 * Reads the pack in a compact JWS. The signature is not verified: every browser verifies it with the keys that its policy pins, so the hub
 * need not be trusted with that.
 */
export function readPack(jws: string): ReadPackResult {
  if (jws.length > MAX_PACK_CHARS)
    return refused(
      `The pack has ${jws.length} characters, and ${MAX_PACK_CHARS} are allowed.`,
      'Split the pack, or shorten its texts.',
    );
  const [head, payload, signature, ...rest] = jws.split('.');
  const written = payload === undefined ? undefined : decode(payload);
  const header = decode(head ?? '') as { alg?: unknown; kid?: unknown } | null | undefined;
  if (!payload || !signature || !/^[\w-]+$/.test(signature) || rest.length > 0)
    return refused('The body is not a compact JWS, which has three parts in base64url separated by dots.', sign);
  if (header?.alg !== 'EdDSA' || typeof header.kid !== 'string')
    return refused('The header of the JWS lacks "alg": "EdDSA" or a "kid".', sign);
  if (written === undefined) return refused('The payload of the JWS is not JSON in UTF-8.', sign);
  return parsePayload(written, payload);
}

function parsePayload(written: unknown, payload: string): ReadPackResult {
  const parsed = parsePack(written);
  const fault: Partial<Fault> | undefined = parsed.ok ? findUnstorable(parsed.pack) : parsed.why[0];
  if (parsed.ok && !fault) return { ok: true, pack: parsed.pack, payload };
  return refused(`${fault?.path || 'the pack'}: ${fault?.reason}`, fault?.remedy ?? 'Remove that character.');
}

const sign = 'Sign the pack with "cairn pack sign", and send the file that it writes.';
const refused = (why: string, remedy: string): ReadPackResult => ({ ok: false, why, remedy });

function decode(part: string): unknown {
  if (!/^[\w-]+$/.test(part)) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(part, 'base64url')));
  } catch {
    return undefined;
  }
}
