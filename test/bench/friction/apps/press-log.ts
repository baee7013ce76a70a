/** One press, or one series of presses in haste, on a control of an app. */
export interface Press {
  kind: 'task' | 'stopped button' | 'stopped link' | 'stopped button, in haste';
  /** The control, for people. */
  control: string;
  at: number;
  /** The page showed something else after it, though it was stopped: its truth is not known. */
  isLeftOut?: true;
}

/** What a tool reported. */
export interface Report {
  tool: string;
  signal: 'dead' | 'rage';
  /** When the press was made, as far as the tool tells. */
  at: number;
  /** The whole finding, for people. */
  line: string;
}

export interface PressLog {
  presses: readonly Press[];
  begin(press: Pick<Press, 'kind' | 'control'>): Press;
  leaveOut(press: Press): void;
}

export function createPressLog(now: () => number = Date.now): PressLog {
  const presses: Press[] = [];
  return {
    presses,
    begin: (press) => {
      const begun = { ...press, at: now() };
      presses.push(begun);
      return begun;
    },
    leaveOut: (press) => {
      press.isLeftOut = true;
    },
  };
}

/** Clocks and timers of a busy machine are this far apart. */
const TOLERANCE_MS = 1500;

/** The press that a report is about: the one that began last before it. */
export const pressOf = ({ at }: Pick<Report, 'at'>, presses: readonly Press[]): Press | undefined =>
  presses.findLast((press) => press.at <= at + TOLERANCE_MS);
