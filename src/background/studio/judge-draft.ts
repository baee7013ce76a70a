import type { Fault } from '../../model/fault/fault.ts';
import { issueFaults } from '../../model/fault/issue-faults.ts';
import { prototypeFault } from '../../model/fault/prototype-fault.ts';
import { type StudioDraft, studioDraft } from '../../model/studio/studio-draft.ts';
import { judgeGuide } from '../../studio/edit/judge-guide.ts';

type Judged = { ok: true; draft: StudioDraft } | { ok: false; faults: Fault[] };

/** A draft as its schema reads it, or what is wrong with its fields. References between its steps may be broken: the editor shows those. */
export function readDraft(written: unknown): Judged {
  const parsed = studioDraft.safeParse(written);
  if (!parsed.success) return { ok: false, faults: issueFaults(studioDraft, written, parsed.error) };
  const fault = prototypeFault(written);
  return fault ? { ok: false, faults: [fault] } : { ok: true, draft: parsed.data };
}

/** A draft that may be stored: its fields fit the schema, and what its steps refer to exists. */
export function judgeDraft(written: unknown): Judged {
  const read = readDraft(written);
  if (!read.ok) return read;
  const judged = judgeGuide(read.draft.guide);
  if (judged.ok) return read;
  return { ok: false, faults: judged.faults.map((fault) => ({ ...fault, path: `guide.${fault.path}` })) };
}
