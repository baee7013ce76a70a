import type { Fault } from '../../model/fault/fault.ts';
import type { StudioDraft } from '../../model/studio/studio-draft.ts';
import { lintPack } from '../../packs/lint-pack.ts';
import { parsePack } from '../../packs/parse-pack.ts';

const GUIDE = /^guides\[0\]\.?/;

/**
 * What is wrong with the guide of a draft; paths begin below the guide. What concerns other guides of the pack that it will be in is not
 * judged here.
 *
 * @param today as `2026-11-22`
 */
export function draftFaults({ app, language, guide }: StudioDraft, today: string): Fault[] {
  const { after: _, unless: _unless, stage: _stage, ...alone } = guide;
  const written = { format: 'cairn/1', id: app, version: 1, app, title: app, language, places: [], guides: [alone] };
  const parsed = parsePack(written);
  const faults = parsed.ok ? lintPack(parsed.pack, today) : parsed.why;
  return faults.filter(({ path }) => GUIDE.test(path)).map((fault) => ({ ...fault, path: fault.path.replace(GUIDE, '') }));
}
