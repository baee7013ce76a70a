import { base64url } from 'jose';
import type { Fault } from '../model/fault/fault.ts';
import { issueFaults } from '../model/fault/issue-faults.ts';
import { jwsHeader } from './jws-header.ts';

/** Longest signed pack. 500 guides in three languages have about 1.2 million characters. */
export const MAX_JWS_CHARS = 2_000_000;
/** Longest header: alg, typ and a key id of 120 characters come to 240. */
const MAX_HEADER_CHARS = 1000;

type ReadResult<T> = { ok: true; value: T } | { ok: false; why: Fault[] };

const refusal = (reason: string, remedy: string): { ok: false; why: Fault[] } => ({
  ok: false,
  why: [{ path: '', reason, remedy }],
});

/** The key id that a compact JWS names. Nothing in it is trustworthy before the signature has been verified. */
export function readHeader(jws: unknown): ReadResult<{ kid: string }> {
  if (typeof jws !== 'string') return refusal('is not text', 'Give the signed pack in compact JWS form.');
  if (jws.length > MAX_JWS_CHARS)
    return refusal(`has ${jws.length} characters; ${MAX_JWS_CHARS} are allowed`, 'Divide the pack, or shorten its texts.');
  if (!/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/.test(jws))
    return refusal('is not a compact JWS: three parts in base64url with dots between', 'Sign it with "cairn pack sign".');
  const head = jws.slice(0, jws.indexOf('.'));
  if (head.length > MAX_HEADER_CHARS)
    return refusal(`has a header of ${head.length} characters`, 'Sign it with "cairn pack sign".');
  const read = readJson(decodePart(head), 'the header');
  if (!read.ok) return read;
  const judged = jwsHeader.safeParse(read.value);
  return judged.success
    ? { ok: true, value: judged.data }
    : { ok: false, why: issueFaults(jwsHeader, read.value, judged.error, ['header']) };
}

/** Bytes as UTF-8 JSON. */
export function readJson(bytes: Uint8Array | undefined, what: string): ReadResult<unknown> {
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return refusal(`holds no JSON in UTF-8 (${what})`, 'Sign it again from its source with "cairn pack sign".');
  }
}

function decodePart(part: string): Uint8Array | undefined {
  try {
    return base64url.decode(part);
  } catch {
    return undefined;
  }
}
