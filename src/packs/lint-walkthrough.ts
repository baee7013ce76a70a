import type { Fault } from '../model/fault.ts';
import type { Walkthrough } from '../model/guide.ts';
import { liesIn } from '../model/place-pattern.ts';
import type { Step } from '../model/step.ts';

/** Steps that cannot be done, or that leave the person where they are. */
export function lintWalkthrough({ steps }: Walkthrough, path: string): Fault[] {
  return steps.flatMap((step, at) => lintStep(step, `${path}.steps[${at}]`, at === steps.length - 1));
}

function lintStep(step: Step, path: string, last: boolean): Fault[] {
  const found: (Fault | false)[] = [
    !step.anchor &&
      (step.advance.on === 'click' || step.advance.on === 'input') && {
        path: `${path}.advance`,
        reason: `waits for ${step.advance.on === 'click' ? 'a click on' : 'a change of'} a control, and the step has none`,
        remedy: 'Give the step an anchor, or let it advance on "next".',
      },
    !step.anchor &&
      !step.go &&
      !last && {
        path,
        reason: 'has neither an anchor nor "go": it shows the person nothing to do',
        remedy: 'Give it the control it is about, or the address to go to.',
        warning: true,
      },
    step.go !== undefined &&
      step.at === undefined && {
        path: `${path}.go`,
        reason: 'is never offered without "at"',
        remedy: 'Say in "at" where the step belongs: elsewhere "go" is offered.',
        warning: true,
      },
    step.go !== undefined &&
      step.at !== undefined &&
      !liesIn(`https://app.invalid${step.go}`, step.at) && {
        path: `${path}.go`,
        reason: `leads to "${step.go}", which is not in "${step.at}"`,
        remedy: 'Make the two agree, or the person is sent round in circles.',
      },
  ];
  return found.filter((fault) => fault !== false);
}
