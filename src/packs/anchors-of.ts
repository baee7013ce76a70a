import type { Anchor } from '../model/pack/anchor.ts';
import type { Condition } from '../model/pack/condition.ts';
import type { Guide } from '../model/pack/guide.ts';
import type { Pack } from '../model/pack/pack.ts';
import type { Step } from '../model/pack/step.ts';

export interface PlacedAnchor {
  path: string;
  anchor: Pick<Anchor, 'role' | 'name' | 'traits'>;
}

/** Every anchor of a pack with its path. */
export const anchorsOf = ({ guides }: Pack): PlacedAnchor[] => guides.flatMap((guide, at) => anchorsIn(guide, `guides[${at}]`));

function anchorsIn(guide: Guide, path: string): PlacedAnchor[] {
  return [
    ...anchorAt(`${path}.requiresControl`, guide.requiresControl),
    ...('anchor' in guide ? anchorAt(`${path}.anchor`, guide.anchor) : []),
    ...(guide.kind === 'walkthrough' ? guide.steps.flatMap((step, nth) => anchorsOfStep(step, `${path}.steps[${nth}]`)) : []),
  ];
}

const anchorsOfStep = ({ anchor, advance, checks = [], next = [] }: Step, path: string): PlacedAnchor[] => [
  ...anchorAt(`${path}.anchor`, anchor),
  ...(advance.on === 'drag' ? anchorAt(`${path}.advance.to`, advance.to) : []),
  ...('anchor' in advance ? anchorAt(`${path}.advance.anchor`, advance.anchor) : []),
  ...checks.flatMap(({ requires }, nth) => anchorOfCondition(requires, `${path}.checks[${nth}].requires`)),
  ...next.flatMap(({ if: condition }, nth) => anchorOfCondition(condition, `${path}.next[${nth}].if`)),
];

const anchorOfCondition = (condition: Condition | undefined, path: string): PlacedAnchor[] =>
  condition && 'anchor' in condition ? anchorAt(`${path}.anchor`, condition.anchor) : [];

const anchorAt = (path: string, anchor: Anchor | undefined): PlacedAnchor[] => (anchor ? [{ path, anchor }] : []);
