import type { ProblemDetails } from './problem.ts';

/** What is about to be changed, as it is now. */
export interface CurrentRevision {
  /** What it is called in a sentence, as in `This draft`. */
  what: string;
  revision: number;
  changedBy: string;
  changedAt: Date;
}

export type IfMatchResult = { ok: true } | { ok: false; status: 412 | 428; why: ProblemDetails; headers: Record<string, string> };

export const revisionEtag = (revision: number): string => `"${revision}"`;

/**
 * Does If-Match name the current revision? RFC 9110 compares strongly, so a weak tag never matches. "*" names no revision, and counts as
 * none: whoever sends it has not seen what they are about to replace.
 */
export function judgeIfMatch(header: string | undefined, current: CurrentRevision): IfMatchResult {
  const etag = revisionEtag(current.revision);
  const tags: readonly string[] = header?.match(/(?:W\/)?"[^"]*"/g) ?? [];
  if (tags.includes(etag)) return { ok: true };
  if (header === undefined || header.trim() === '*')
    return { ok: false, status: 428, why: lacksRevision(current.what), headers: {} };
  return { ok: false, status: 412, why: changedMeanwhile(current), headers: { ETag: etag } };
}

const lacksRevision = (what: string): ProblemDetails => ({
  kind: 'revision-missing',
  detail: `${what} is changed only by a request that names the revision that it was written for.`,
  remedy: 'Load it, and send its ETag as If-Match.',
});

const changedMeanwhile = ({ what, revision, changedBy, changedAt }: CurrentRevision): ProblemDetails => ({
  kind: 'changed-meanwhile',
  detail: `${what} is now at revision ${revision}: ${changedBy} changed it at ${changedAt.toISOString()}.`,
  remedy: 'Load it again, look at what changed, and then repeat your change.',
});
