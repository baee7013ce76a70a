import type { Fault } from '../model/fault/fault.ts';
import type { Step } from '../model/pack/step.ts';

/** Finds a step that names one by which its control cannot appear: only what the person did before can have shown it. */
export function lintRevealedBy(steps: readonly Step[], at: number, path: string): Fault[] {
  const { revealedBy, anchor } = steps[at]!;
  if (revealedBy === undefined) return [];
  const here = `${path}.revealedBy`;
  const opener = steps.findIndex(({ id }) => id === revealedBy);
  if (opener < 0)
    return [{ path: here, reason: `names no step: "${revealedBy}"`, remedy: 'Name an earlier step of this walkthrough.' }];
  if (opener >= at)
    return [
      {
        path: here,
        reason: `names ${opener === at ? 'the step itself' : `a later step: "${revealedBy}"`}`,
        remedy: 'Name an earlier step, the one that makes the control appear.',
      },
    ];
  if (!steps[opener]!.anchor)
    return [
      {
        path: here,
        reason: `names a step without a control: "${revealedBy}"`,
        remedy: 'Name the step with the control that is pressed or pointed at.',
      },
    ];
  if (anchor) return [];
  return [
    { path: here, reason: 'is about the control of the step, and the step has none', remedy: 'Leave it out.', warning: true },
  ];
}
