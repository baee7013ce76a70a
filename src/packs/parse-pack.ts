import type { Fault } from '../model/fault/fault.ts';
import { issueFaults } from '../model/fault/issue-faults.ts';
import { prototypeFault } from '../model/fault/prototype-fault.ts';
import { type Pack, pack } from '../model/pack/pack.ts';
import { judgeShape } from './judge-shape.ts';

/** Parses the content of a pack, or says what is wrong with it. What cannot be a pack is refused before its faults are counted. */
export function parsePack(written: unknown): { ok: true; pack: Pack } | { ok: false; why: Fault[] } {
  const misshapen = judgeShape(written);
  if (misshapen) return { ok: false, why: [misshapen] };
  const parsed = pack.safeParse(written);
  if (!parsed.success) return { ok: false, why: issueFaults(pack, written, parsed.error) };
  const fault = prototypeFault(written);
  return fault ? { ok: false, why: [fault] } : { ok: true, pack: parsed.data };
}
