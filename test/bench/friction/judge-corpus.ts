import { nameOf } from '../../friction/corpus/corpus.ts';
import type { Ran } from '../../friction/corpus/run-case.ts';
import { nameOfGesture, type Subset } from './corpus-subset.ts';
import { peers } from './peers.ts';
import { count, emptyTally, type Tally, table } from './tally.ts';

export const tools = [{ tool: 'cairn', label: 'cairn' }, ...peers] as const;

/** Which of our findings compares with what the peers report. */
export const OUR_SIGNALS = { dead: 'no-response', rage: 'repeat-click' } as const;
type Compared = keyof typeof OUR_SIGNALS;

interface Wrong {
  tool: string;
  signal: string;
  cell: keyof Tally;
  name: string;
}
/** What each tool reported of one page. */
interface Outcome {
  name: string;
  truth: string;
  reported: Record<string, readonly string[]>;
}

const reportedBy = (tool: string, { reported, peers: theirs }: Ran): readonly string[] =>
  tool === 'cairn' ? reported.map(({ signal }) => signal) : (theirs[tool] ?? []);
const isFoundBy = (tool: string, signal: Compared, ran: Ran): boolean =>
  reportedBy(tool, ran).includes(tool === 'cairn' ? OUR_SIGNALS[signal] : signal);

export interface RunSubset extends Subset {
  /** Results in the order of the cases. */
  clicked: readonly Ran[];
  /** Results in the order of the gestures. */
  pressed: readonly Ran[];
  /** Names of what the machine was too slow for, and which is therefore in no figure. */
  tooSlow: readonly string[];
}

/** Compares what was reported with the truth. */
export function judgeCorpus({ cases, gestures, rule, clicked, pressed, tooSlow }: RunSubset) {
  const wrong: Wrong[] = [];
  const note = (tool: string, signal: string, cell: keyof Tally, name: string) => {
    if (cell === 'missed' || cell === 'falsely') wrong.push({ tool, signal, cell, name });
  };
  const tallies = tools.map(({ tool, label }) => {
    const [dead, rage] = [emptyTally(), emptyTally()];
    cases.forEach((one, at) => {
      note(tool, 'dead', count(dead, one.truth === 'broken', isFoundBy(tool, 'dead', clicked[at]!)), nameOf(one));
      note(tool, 'rage', count(rage, false, isFoundBy(tool, 'rage', clicked[at]!)), nameOf(one));
    });
    gestures.forEach((one, at) => {
      note(tool, 'rage', count(rage, one.rage, isFoundBy(tool, 'rage', pressed[at]!)), nameOfGesture(one));
    });
    return { tool, label, dead, rage };
  });
  const slow = emptyTally();
  cases.forEach((one, at) => {
    const isFound = clicked[at]!.reported.some(({ signal }) => signal === 'slow-response');
    note('cairn', 'slow', count(slow, one.slow === true, isFound), nameOf(one));
  });
  const outcomes = [
    ...cases.map((one, at) => outcomeOf(nameOf(one), one.truth, clicked[at]!)),
    ...gestures.map((one, at) => outcomeOf(nameOfGesture(one), one.rage ? 'haste' : 'ordinary', pressed[at]!)),
  ];
  return { rule, tallies, slow, wrong, outcomes, tooSlow };
}

const outcomeOf = (name: string, truth: string, ran: Ran): Outcome => ({
  ...{ name, truth },
  reported: Object.fromEntries(tools.map(({ tool }) => [tool, reportedBy(tool, ran)])),
});

export const reportOf = ({ tallies, slow, wrong, tooSlow }: ReturnType<typeof judgeCorpus>): string =>
  [
    ...table('dead clicks', tallies, ({ dead }) => dead),
    ...table('rage clicks', tallies, ({ rage }) => rage),
    ...table('slow responses', [{ label: 'cairn' }], () => slow),
    ...tooSlow.map((name) => `left out, since this machine is too slow for it: ${name}`),
    ...wrong.filter(({ tool }) => tool === 'cairn').map(({ signal, cell, name }) => `cairn ${signal} ${cell}: ${name}`),
  ].join('\n');
