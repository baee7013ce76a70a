import type { Anchor } from '../../model/pack/anchor.ts';
import type { Condition } from '../../model/pack/condition.ts';
import type { Guide } from '../../model/pack/guide.ts';
import type { Step } from '../../model/pack/step.ts';

/** An anchor of a guide, and what it is for. */
export interface ListedAnchor {
  path: string;
  anchor: Anchor;
  step?: string;
  use: string;
  /** It decides whether or where the guide goes on: its absence is as right as its presence. */
  mayBeAbsent: boolean;
}

/** Every anchor of a guide with its path; `at` is the path of the guide, as in `guides[1]`. */
export function listAnchors(guide: Guide, at: string): ListedAnchor[] {
  return [
    ...listed(guide.requiresControl, { path: `${at}.requiresControl`, use: 'required control', mayBeAbsent: true }),
    ...('anchor' in guide ? listed(guide.anchor, { path: `${at}.anchor`, use: 'control', mayBeAbsent: false }) : []),
    ...(guide.kind === 'walkthrough' ? guide.steps.flatMap((step, nth) => listAnchorsOfStep(step, `${at}.steps[${nth}]`)) : []),
  ];
}

/** Every anchor of a step. */
function listAnchorsOfStep(step: Step, at: string): ListedAnchor[] {
  const { id, anchor, advance, checks = [], next = [], optional = false } = step;
  const awaited = 'anchor' in advance ? advance.anchor : undefined;
  const use = advance.on === 'appears' ? 'control that has to appear' : 'control that has to disappear';
  const dropTarget = advance.on === 'drag' ? advance.to : undefined;
  const ofStep = [
    ...listed(anchor, { path: `${at}.anchor`, use: 'control', mayBeAbsent: optional }),
    ...listed(dropTarget, { path: `${at}.advance.to`, use: 'where it is dropped', mayBeAbsent: false }),
    ...listed(awaited, { path: `${at}.advance.anchor`, use, mayBeAbsent: advance.on === 'disappears' }),
    ...checks.flatMap(({ requires }, nth) => ofCondition(requires, `${at}.checks[${nth}].requires`, `check ${nth + 1}`)),
    ...next.flatMap(({ if: condition }, nth) => ofCondition(condition, `${at}.next[${nth}].if`, `branch ${nth + 1}`)),
  ];
  return ofStep.map((one) => ({ ...one, step: id }));
}

/** A condition on a value needs its control; others ask whether one is there. */
const ofCondition = (condition: Condition | undefined, at: string, use: string): ListedAnchor[] =>
  condition && 'anchor' in condition
    ? listed(condition.anchor, { path: `${at}.anchor`, use, mayBeAbsent: condition.is !== 'value' })
    : [];

const listed = (anchor: Anchor | undefined, about: Omit<ListedAnchor, 'anchor'>): ListedAnchor[] =>
  anchor ? [{ ...about, anchor }] : [];

/** A control as its author wrote it, as in `button "Save"`. */
export function describeControl({ role, name, under, nextTo, nth }: Anchor): string {
  const first = (text: Anchor['name']) => (typeof text === 'string' ? text : Object.values(text ?? {})[0]);
  const parts = [
    role,
    name === undefined ? '' : JSON.stringify(first(name)),
    under === undefined ? '' : `under ${JSON.stringify(first(under))}`,
    nextTo === undefined ? '' : `next to ${JSON.stringify(first(nextTo))}`,
    nth === undefined ? '' : `number ${nth}`,
  ];
  return parts.filter(Boolean).join(' ');
}
