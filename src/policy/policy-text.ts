import type { Fault } from '../model/fault.ts';
import { unknownField } from '../model/issue-faults.ts';

/**
 * The policy may come as JSON text in the one field `json`. Chromium drops a whole field of a managed policy, unsaid, when anything in
 * it has a wrong type, and every field it does not know; text it hands over as it is, so that each fault in it can be told.
 */
export function policyWritten(raw: unknown, faults: Fault[]): unknown {
  if (typeof raw !== 'object' || raw === null || !Object.hasOwn(raw, 'json')) return raw;
  const { json, ...beside } = raw as Record<string, unknown>;
  const read = readText(json);
  if (!read.ok) {
    faults.push(read.why);
    return beside;
  }
  for (const field of Object.keys(beside)) faults.push({ ...unknownField([field], []), reason: besideText, remedy: moveIn });
  return read.policy;
}

const besideText = 'stands beside "json", which holds the whole policy';
const moveIn = 'Move it into "json", or remove it. Until then it is left out.';

function readText(json: unknown): { ok: true; policy: unknown } | { ok: false; why: Fault } {
  if (typeof json !== 'string')
    return { ok: false, why: wrong('is not text', 'Give the whole policy as JSON text, or as fields.') };
  try {
    return { ok: true, policy: JSON.parse(json) };
  } catch (thrown) {
    return {
      ok: false,
      why: wrong(`is not JSON: ${withoutContent((thrown as Error).message)}`, 'Try it with "cairn policy check".'),
    };
  }
}

/** What a JSON parser complained of, without the piece of the text that V8 repeats: it may be the token. */
export const withoutContent = (complaint: string): string =>
  complaint.replace(/,? (\.{3})?".*"(\.{3})? is not valid JSON$/s, '').slice(0, 160);

const wrong = (reason: string, remedy: string): Fault => ({ path: 'json', reason, remedy });
