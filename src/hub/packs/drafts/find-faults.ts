import type { Fault } from '../../../model/fault/fault.ts';
import { lintDocument } from '../../../packs/lint-document.ts';
import { parsePack } from '../../../packs/parse-pack.ts';
import { MAX_JWS_CHARS } from '../../../packs/read-jws.ts';
import { findUnstorable } from '../../store/find-unstorable.ts';

/** What the header and the signature of a signed pack add, with some to spare. */
const MAX_ENVELOPE_CHARS = 2000;

/** All that is wrong with the content of a draft, in one pass: what browsers or the hub would refuse, and warnings. */
export function findFaults(content: string, now: Date): Fault[] {
  const document: unknown = JSON.parse(content);
  const found = [...lintDocument(document, now.toISOString().slice(0, 10)), ...lengthFaults(content), ...storeFaults(document)];
  if (found.some(isBlocking)) return found;
  const parsed = parsePack(document);
  return parsed.ok ? found : [...parsed.why, ...found];
}

export const isBlocking = ({ warning }: Fault): boolean => warning !== true;

function lengthFaults(content: string): Fault[] {
  const length = Math.ceil((Buffer.byteLength(content) * 4) / 3) + MAX_ENVELOPE_CHARS;
  if (length <= MAX_JWS_CHARS) return [];
  const reason = `comes to ${length} characters when signed; ${MAX_JWS_CHARS} are allowed`;
  return [{ path: '', reason, remedy: 'Divide the pack, or shorten its texts.' }];
}

function storeFaults(document: unknown): Fault[] {
  const found = findUnstorable(document);
  return found ? [{ ...found, remedy: 'Remove that character.' }] : [];
}
