import type { Fault } from '../../model/fault/fault.ts';
import { issueFaults } from '../../model/fault/issue-faults.ts';
import { type Guide, guide } from '../../model/pack/guide.ts';
import type { Step } from '../../model/pack/step.ts';

/**
 * The guide as its schema reads it, or what is wrong with it: with its fields, and with the references between them. What it refers to in
 * its pack is not judged, as a draft has no pack.
 */
export function judgeGuide(written: unknown): { ok: true; guide: Guide } | { ok: false; faults: Fault[] } {
  const parsed = guide.safeParse(written);
  if (!parsed.success) return { ok: false, faults: issueFaults(guide, written, parsed.error) };
  const faults = [
    ...brokenDates(parsed.data),
    ...repeatedIds(parsed.data),
    ...brokenBranches(parsed.data),
    ...brokenRevealers(parsed.data),
  ];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, guide: parsed.data };
}

const brokenDates = ({ from, until }: Guide): Fault[] =>
  from !== undefined && until !== undefined && from > until
    ? [{ path: 'until', reason: 'is before the first day', remedy: 'Choose a later day.' }]
    : [];

function repeatedIds(one: Guide): Fault[] {
  const [list, path] = identified(one);
  const ids = list.map(({ id }) => id);
  return ids.flatMap((id, at) =>
    ids.indexOf(id) === at ? [] : [{ path: `${path}[${at}].id`, reason: `is used twice: "${id}"`, remedy: 'Choose another id.' }],
  );
}

function identified(one: Guide): [readonly { id: string }[], path: string] {
  if (one.kind === 'walkthrough') return [one.steps, 'steps'];
  if (one.kind === 'checklist') return [one.items, 'items'];
  return one.kind === 'question' && one.asks.what === 'choice' ? [one.asks.options, 'asks.options'] : [[], ''];
}

function brokenBranches(one: Guide): Fault[] {
  const steps: readonly Step[] = one.kind === 'walkthrough' ? one.steps : [];
  const isStep = (id: string) => id === 'end' || steps.some((step) => step.id === id);
  return steps.flatMap(({ next = [] }, at) =>
    next.flatMap(({ to }, nth) =>
      isStep(to)
        ? []
        : [
            {
              path: `steps[${at}].next[${nth}].to`,
              reason: `names no step: "${to}"`,
              remedy: 'Name a step of this guide, or "end".',
            },
          ],
    ),
  );
}

function brokenRevealers(one: Guide): Fault[] {
  const steps: readonly Step[] = one.kind === 'walkthrough' ? one.steps : [];
  return steps.flatMap(({ revealedBy }, at) =>
    revealedBy === undefined || steps.slice(0, at).some(({ id }) => id === revealedBy)
      ? []
      : [
          {
            path: `steps[${at}].revealedBy`,
            reason: `names no earlier step: "${revealedBy}"`,
            remedy: 'Name an earlier step of this guide.',
          },
        ],
  );
}
