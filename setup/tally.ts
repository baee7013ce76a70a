/** What a run came to. A test that did not run is a failed one: nobody knows what it would have said. */
export interface Tally {
  passed: number;
  /** A line on each that failed: which, and the first line of why. */
  failed: string[];
}

/** The parts of vitest's JSON report that are counted. */
export interface Report {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] | null }[];
  }[];
}

/** Count a report. A file that failed as a whole (it could not be loaded, a hook threw) counts as one failure if none of its tests does. */
export function tallyReport(report: Report): Tally {
  const tallies = report.testResults.map(({ name, status, message, assertionResults }) => {
    const unwell = assertionResults.filter((test) => test.status !== 'passed');
    const failed = unwell.map((test) => line(`${name}: ${test.fullName}`, test.failureMessages?.[0] ?? test.status));
    const whole = failed.length || status === 'passed' ? [] : [line(name, message)];
    return { passed: assertionResults.length - unwell.length, failed: [...failed, ...whole] };
  });
  return sum(tallies);
}

const line = (what: string, why = '') => `${what} (${why.trim().split('\n')[0] || 'no reason given'})`;

/** One part of the run that is not a test of vitest's. */
export const tallyPart = (name: string, held: boolean): Tally => ({ passed: held ? 1 : 0, failed: held ? [] : [name] });

export function sum(tallies: readonly Tally[]): Tally {
  return { passed: tallies.reduce((all, one) => all + one.passed, 0), failed: tallies.flatMap((one) => one.failed) };
}
