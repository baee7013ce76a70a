import type { Condition } from '../model/condition.ts';
import type { Fault } from '../model/fault.ts';
import { liesIn } from '../model/place-pattern.ts';
import type { Step } from '../model/step.ts';
import type { ValueTest } from '../model/value-test.ts';

/** What is wrong with a step by itself. */
export function lintStep(step: Step, path: string, last: boolean): Fault[] {
  return [...lintControl(step, path, last), ...lintWay(step, path), ...lintTests(step, path)];
}

/** Rows of what is at fault: where, whether, why, what to do. */
type Row = [at: string, isSo: boolean, reason: string, remedy: string, warning?: true];

const faults = (path: string, rows: Row[]): Fault[] =>
  rows
    .filter(([, isSo]) => isSo)
    .map(([at, , reason, remedy, warning]) => ({ path: path + at, reason, remedy, ...(warning && { warning }) }));

const anchorIt = 'Give the step an anchor, or let it advance on "next".';

function lintControl(step: Step, path: string, last: boolean): Fault[] {
  const { anchor, advance, go, optional, otherwise, wait } = step;
  const { on } = advance;
  const comes = on === 'there' || on === 'gone' || on === 'place';
  const bare = anchor === undefined;
  const gone = bare && on === 'gone' && advance.anchor === undefined;
  return faults(path, [
    ['.advance', bare && on === 'click', 'waits for a click on a control, and the step has none', anchorIt],
    ['.advance', bare && on === 'input', 'waits for a change of a control, and the step has none', anchorIt],
    ['.advance', gone, 'waits for a control to go, and names none', 'Give it an anchor, or the step.'],
    ['.do', bare && step.do !== undefined, 'acts on a control, and the step has none', 'Give the step an anchor.'],
    ['.optional', bare && optional === true, 'is passed over where its control is missing, and it has none', 'Leave it out.'],
    [
      '.wait',
      wait !== undefined && bare && !comes,
      'waits for nothing',
      'Give the step an anchor, or let it advance on "there", "gone" or "place".',
    ],
    [
      '.otherwise',
      bare && otherwise !== undefined,
      'is said where the control is missing, and there is none',
      'Leave it out.',
      true,
    ],
    [
      '',
      bare && !go && !last && !comes,
      'has neither an anchor nor "go": it shows the person nothing to do',
      'Give it the control it is about, or the address to go to.',
      true,
    ],
  ]);
}

function lintWay({ go, at }: Step, path: string): Fault[] {
  if (go === undefined) return [];
  return faults(`${path}.go`, [
    [
      '',
      at === undefined,
      'is never offered without "at"',
      'Say in "at" where the step belongs: elsewhere "go" is offered.',
      true,
    ],
    [
      '',
      at !== undefined && !liesIn(`https://app.invalid${go}`, at),
      `leads to "${go}", which is not in "${at}"`,
      'Make the two agree, or the person is sent round in circles.',
    ],
  ]);
}

function lintTests({ anchor, advance, checks = [], next = [] }: Step, path: string): Fault[] {
  const conditions: [string, Condition | undefined][] = [
    ...checks.map(({ need }, nth): [string, Condition] => [`${path}.checks[${nth}].need`, need]),
    ...next.map(({ if: one }, nth): [string, Condition | undefined] => [`${path}.next[${nth}].if`, one]),
  ];
  return [
    ...(advance.on === 'input' && advance.value ? lintValue(advance.value, `${path}.advance.value`) : []),
    ...conditions.flatMap(([at, one]) =>
      one?.is === 'value'
        ? [
            ...faults(at, [
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

/** A quantifier on what holds one already: the time to match it may double with each letter. */
const nested = /\((?:[^()\\]|\\.)*[*+}](?:[^()\\]|\\.)*\)[*+{]/;

function lintValue(value: ValueTest, path: string): Fault[] {
  return faults(path, [
    [
      '.pattern',
      value.is === 'like' && nested.test(value.pattern),
      'repeats what repeats already, and can take for ever to judge',
      'Write it without a repetition in a repetition.',
    ],
    [
      '.min',
      value.is === 'number' && value.min !== undefined && value.max !== undefined && value.min > value.max,
      'is more than "max", so that no number will do',
      'Let "min" be the smaller one.',
    ],
  ]);
}
