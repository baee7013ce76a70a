import type { ActKind } from '../../../src/model/studio/observed-act.ts';
import type { ExpectedStep } from './sample-act.ts';

/** A step as a recorder has it. */
export interface RecordedStep {
  kind: ActKind | 'other';
  /** Ids of the element that its anchor or selector finds, and of what is right around it; undefined where it finds nothing. */
  found?: string[] | undefined;
  foundTo?: string[] | undefined;
  state?: 'on' | 'off' | undefined;
}

export interface Judgement {
  right: boolean;
  wrongTarget: number;
  missing: number;
  extra: number;
}

/** Compares what was recorded with what was done. A step of the right kind on another control is a wrong target, not one missing and one extra. */
export function judgeSteps(expected: readonly ExpectedStep[], recorded: readonly RecordedStep[]): Judgement {
  const left = [...recorded];
  const unmatched = expected.filter((step) => {
    const at = left.findIndex((one) => isSame(step, one));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  let wrongTarget = 0;
  for (const step of unmatched) {
    const at = left.findIndex((one) => one.kind === step.kind && one.found && !one.found.includes(step.on));
    if (at < 0) continue;
    left.splice(at, 1);
    wrongTarget += 1;
  }
  const missing = unmatched.length - wrongTarget;
  return { right: !wrongTarget && !missing && !left.length, wrongTarget, missing, extra: left.length };
}

const isSame = ({ kind, on, to, state }: ExpectedStep, step: RecordedStep): boolean =>
  step.kind === kind &&
  (step.found?.includes(on) ?? false) &&
  (to === undefined || (step.foundTo?.includes(to) ?? false)) &&
  (state === undefined || step.state === undefined || step.state === state);
