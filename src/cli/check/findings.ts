import type { Guide } from '../../model/pack/guide.ts';
import type { ControlSighting } from '../../probe/control-sighting.ts';
import type { AnchorReport, AnchorState } from './check-report.ts';
import { describeControl, type ListedAnchor, listAnchors } from './list-anchors.ts';

interface Circumstances {
  page?: string;
  ms?: number;
}

/** What is known so far of every anchor of a guide. */
export interface Findings {
  anchors: readonly ListedAnchor[];
  /** What was seen of an anchor; what was found once stays found. */
  note(path: string, sighting: Pick<ControlSighting, 'reason'> & { state: AnchorState }, at?: Circumstances): void;
  isFound(path: string): boolean;
  isOpen(path: string): boolean;
  /** All anchors; those that were not looked for have `reason`. */
  report(reason: string): AnchorReport[];
}

export function createFindings(guide: Guide, at: string): Findings {
  const anchors = listAnchors(guide, at);
  const byPath = new Map(anchors.map((one) => [one.path, one]));
  const seen = new Map<string, Pick<AnchorReport, 'state' | 'reason' | 'page' | 'ms'>>();
  return {
    anchors,
    note(path, { state, reason }, circumstances = {}) {
      if (seen.get(path)?.state === 'found') return;
      const { mayBeAbsent = false } = byPath.get(path) ?? {};
      const isAbsent = state === 'absent' || state === 'hidden';
      const noted =
        mayBeAbsent && isAbsent ? { state: 'not-seen' as const, reason: `Not there now. ${reason}` } : { state, reason };
      seen.set(path, { ...noted, ...circumstances });
    },
    isFound: (path) => seen.get(path)?.state === 'found',
    isOpen: (path) => !seen.has(path),
    report: (reason) =>
      anchors.map(({ path, step, use, anchor }) => ({
        ...{ path, guide: guide.id, ...(step !== undefined && { step }), use, control: describeControl(anchor) },
        ...(seen.get(path) ?? { state: 'not-reached', reason }),
      })),
  };
}
