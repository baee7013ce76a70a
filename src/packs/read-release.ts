import type { Fault } from '../model/fault/fault.ts';
import { issueFaults } from '../model/fault/issue-faults.ts';
import { type ReleaseDocument, releaseDocument } from '../model/hub-api/release-document.ts';
import { judgeShape } from './judge-shape.ts';

/** Faults of one document that are shown: it is made by a program, and what is wrong with it has one cause. */
const MAX_FAULTS = 3;
const REMEDY = 'Update the hub, or ask who runs it what lies between it and this device. Until then the pack that is held stays.';

/** Parses a release document, or says what is wrong with it. Nothing in it is signed but the packs that it holds. */
export function readRelease(text: string): { ok: true; document: ReleaseDocument } | { ok: false; why: Fault[] } {
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch {
    return { ok: false, why: [{ path: '', reason: 'says that it is a release document, and is not JSON', remedy: REMEDY }] };
  }
  const misshapen = judgeShape(written);
  if (misshapen) return { ok: false, why: [{ ...misshapen, remedy: REMEDY }] };
  const parsed = releaseDocument.safeParse(written);
  if (!parsed.success) {
    const faults = issueFaults(releaseDocument, written, parsed.error).slice(0, MAX_FAULTS);
    return { ok: false, why: faults.map(({ path, reason }) => ({ path, reason, remedy: REMEDY })) };
  }
  const repeated = repeatedVersion(parsed.data);
  return repeated ? { ok: false, why: [repeated] } : { ok: true, document: parsed.data };
}

/** Of two contents of one version it cannot be said which one is meant. */
function repeatedVersion({ versions }: ReleaseDocument): Fault | undefined {
  const at = versions.findIndex(({ version }, nth) => versions.findIndex((other) => other.version === version) < nth);
  if (at < 0) return undefined;
  return { path: `versions[${at}].version`, reason: `is ${versions[at]!.version} a second time`, remedy: REMEDY };
}
