import type { Fault } from '../model/fault/fault.ts';
import { unknownField } from '../model/fault/issue-faults.ts';

/**
 * The policy may come as JSON text in the one field `json`. Chromium silently drops a whole field of a managed policy when anything in it
 * has a wrong type, and every field it does not know. It passes text on as it is, so that we can report each fault in it.
 */
export function unwrapJsonPolicy(raw: unknown, faults: Fault[]): unknown {
  if (typeof raw !== 'object' || raw === null || !Object.hasOwn(raw, 'json')) return raw;
  const { json, ...otherFields } = raw as Record<string, unknown>;
  const parsed = readText(json);
  if (!parsed.ok) {
    faults.push(parsed.why);
    return otherFields;
  }
  for (const field of Object.keys(otherFields))
    faults.push({ ...unknownField([field], []), reason: BESIDE_JSON_REASON, remedy: MOVE_IN_REMEDY });
  return parsed.policy;
}

const BESIDE_JSON_REASON = 'stands beside "json", which holds the whole policy';
const MOVE_IN_REMEDY = 'Move it into "json", or remove it. Until then it is left out.';

function readText(json: unknown): { ok: true; policy: unknown } | { ok: false; why: Fault } {
  if (typeof json !== 'string')
    return { ok: false, why: jsonFault('is not text', 'Give the whole policy as JSON text, or as fields.') };
  try {
    return { ok: true, policy: JSON.parse(json) };
  } catch (thrown) {
    return {
      ok: false,
      why: jsonFault(`is not JSON: ${redactJsonError((thrown as Error).message)}`, 'Try it with "cairn policy check".'),
    };
  }
}

/** The message of a JSON parser without the piece of the text that V8 repeats, which may be the token. */
export const redactJsonError = (message: string): string =>
  message.replace(/,? (\.{3})?".*"(\.{3})? is not valid JSON$/s, '').slice(0, 160);

const jsonFault = (reason: string, remedy: string): Fault => ({ path: 'json', reason, remedy });
