import type { Fault } from '../model/fault/fault.ts';
import type { Condition } from '../model/pack/condition.ts';
import type { Step } from '../model/pack/step.ts';
import type { ValueTest } from '../model/pack/value-test.ts';
import { matchesUrlScope } from '../model/route/url-scope.ts';
import { lintAct } from './lint-act.ts';
import { lintAdvance } from './lint-advance.ts';

/** Finds what is wrong with one step, regardless of the others. */
export function lintStep(step: Step, path: string, last: boolean): Fault[] {
  return [
    ...lintControl(step, path, last),
    ...lintAdvance(step, path),
    ...lintAct(step, path),
    ...lintGo(step, path),
    ...lintConditions(step, path),
  ];
}

/** One check: path below the step, whether it applies, reason, remedy. */
type LintRow = [at: string, isSo: boolean, reason: string, remedy: string, warning?: true];

const faultsOf = (path: string, rows: LintRow[]): Fault[] =>
  rows
    .filter(([, isSo]) => isSo)
    .map(([at, , reason, remedy, warning]) => ({ path: path + at, reason, remedy, ...(warning && { warning }) }));

function lintControl(step: Step, path: string, last: boolean): Fault[] {
  const { anchor, advance, go, optional, fallbackBody, wait } = step;
  const { on } = advance;
  const waitsForPage = on === 'appears' || on === 'disappears' || on === 'place';
  const hasNoAnchor = anchor === undefined;
  const waitsForUnnamed = hasNoAnchor && on === 'disappears' && advance.anchor === undefined;
  return faultsOf(path, [
    ['.advance', waitsForUnnamed, 'waits for a control to go, and names none', 'Give it an anchor, or the step.'],
    ['.do', hasNoAnchor && step.do !== undefined, 'acts on a control, and the step has none', 'Give the step an anchor.'],
    [
      '.optional',
      hasNoAnchor && optional === true,
      'is passed over where its control is missing, and it has none',
      'Leave it out.',
    ],
    [
      '.wait',
      wait !== undefined && hasNoAnchor && !waitsForPage,
      'waits for nothing',
      'Give the step an anchor, or let it advance on "appears", "disappears" or "place".',
    ],
    [
      '.fallbackBody',
      hasNoAnchor && fallbackBody !== undefined,
      'is said where the control is missing, and there is none',
      'Leave it out.',
      true,
    ],
    [
      '',
      hasNoAnchor && !go && !last && !waitsForPage,
      'has neither an anchor nor "go": it shows the person nothing to do',
      'Give it the control it is about, or the address to go to.',
      true,
    ],
  ]);
}

function lintGo({ go, at }: Step, path: string): Fault[] {
  if (go === undefined) return [];
  return faultsOf(`${path}.go`, [
    [
      '',
      at === undefined,
      'is never offered without "at"',
      'Say in "at" where the step belongs: elsewhere "go" is offered.',
      true,
    ],
    [
      '',
      at !== undefined && !matchesUrlScope(`https://app.invalid${go}`, at),
      `leads to "${go}", which is not in "${at}"`,
      'Make the two agree, or the person is sent round in circles.',
    ],
  ]);
}

function lintConditions({ anchor, advance, checks = [], next = [] }: Step, path: string): Fault[] {
  const conditions: [string, Condition | undefined][] = [
    ...checks.map(({ requires }, nth): [string, Condition] => [`${path}.checks[${nth}].requires`, requires]),
    ...next.map(({ if: one }, nth): [string, Condition | undefined] => [`${path}.next[${nth}].if`, one]),
  ];
  return [
    ...(advance.on === 'input' && advance.value ? lintValue(advance.value, `${path}.advance.value`) : []),
    ...conditions.flatMap(([at, one]) =>
      one?.is === 'value'
        ? [
            ...faultsOf(at, [
              [
                '',
                !one.anchor && !anchor,
                'judges the value of a control, and the step has none',
                'Give it an anchor, or the step.',
              ],
            ]),
            ...lintValue(one.value, `${at}.value`),
          ]
        : [],
    ),
  ];
}

function lintValue(value: ValueTest, path: string): Fault[] {
  return faultsOf(path, [
    [
      '.min',
      value.is === 'number' && value.min !== undefined && value.max !== undefined && value.min > value.max,
      'is more than "max", so that no number will do',
      'Let "min" be the smaller one.',
    ],
  ]);
}
