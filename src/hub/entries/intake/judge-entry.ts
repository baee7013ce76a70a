import { type Entry, entry } from '../../../model/entry/entry.ts';
import { formatPath } from '../../../model/fault/fault.ts';
import { findUnstorable } from '../../store/find-unstorable.ts';
import { isDeviceTime } from './correct-clock.ts';

export type JudgedEntry = { ok: true; entry: Entry } | { ok: false; id: string | null; path: string; reason: string };

/** Validates one entry. Accepts any value and never throws. */
export function judgeEntry(value: unknown): JudgedEntry {
  const parsed = entry.safeParse(value);
  if (!parsed.success) {
    const first = parsed.error.issues[0];
    return { ok: false, id: idOf(value), path: formatPath(first?.path ?? []), reason: first?.message ?? 'is not an entry' };
  }
  const fault = isDeviceTime(parsed.data.at) ? findUnstorable(parsed.data) : { path: 'at', reason: 'must not be before 1970' };
  return fault ? { ok: false, id: parsed.data.id, ...fault } : { ok: true, entry: parsed.data };
}

function idOf(value: unknown): string | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' && id.length <= 60 ? id : null;
}
