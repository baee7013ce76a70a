/** The findings of a detector compared with the truth. */
export interface Tally {
  hit: number;
  missed: number;
  falsely: number;
  rightly: number;
}
export const emptyTally = (): Tally => ({ hit: 0, missed: 0, falsely: 0, rightly: 0 });

export function count(tally: Tally, truth: boolean, isFound: boolean): keyof Tally {
  const cell = truth ? (isFound ? 'hit' : 'missed') : isFound ? 'falsely' : 'rightly';
  tally[cell] += 1;
  return cell;
}

const share = (part: number, total: number): string => (total ? `${((100 * part) / total).toFixed(1)} %` : '–').padStart(8);

function row(label: string, { hit, missed, falsely, rightly }: Tally): string {
  const cells = [hit, missed, falsely, rightly].map((cell) => String(cell).padStart(8)).join('');
  return `${label.padEnd(32)}${cells}${share(hit, hit + missed)}${share(falsely, falsely + rightly)}`;
}
const head = (what: string): string =>
  `${what.padEnd(32)}${['hit', 'missed', 'falsely', 'rightly', 'recall', 'false'].map((cell) => cell.padStart(8)).join('')}`;

/** A table in lines: a row for each detector, with one of its tallies, and an empty line. */
export const table = <T extends { label: string }>(what: string, rows: readonly T[], tallyOf: (one: T) => Tally): string[] => [
  head(what),
  ...rows.map((one) => row(one.label, tallyOf(one))),
  '',
];
