/** What a run came to. A test that did not run is a failed one: nobody knows what it would have said. */
export interface TestTally {
  passed: number;
  /** A line on each that failed: which, and the first line of why. */
  failed: string[];
}

/** The parts of vitest's JSON report that are counted. */
export interface VitestReport {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] | null }[];
  }[];
}

/** Count a report. A file that failed as a whole (it could not be loaded, a hook threw) counts as one failure if none of its tests does. */
export function tallyReport(report: VitestReport): TestTally {
  const tallies = report.testResults.map(({ name, status, message, assertionResults }) => {
    const notPassed = assertionResults.filter((test) => test.status !== 'passed');
    const failed = notPassed.map((test) =>
      describeFailure(`${name}: ${test.fullName}`, test.failureMessages?.[0] ?? test.status),
    );
    const fileFailure = failed.length || status === 'passed' ? [] : [describeFailure(name, message)];
    return { passed: assertionResults.length - notPassed.length, failed: [...failed, ...fileFailure] };
  });
  return addTallies(tallies);
}

const describeFailure = (what: string, why = '') => `${what} (${why.trim().split('\n')[0] || 'no reason given'})`;

/** One part of the run that is not a test of vitest's. */
export const tallyPart = (name: string, passed: boolean): TestTally => ({ passed: passed ? 1 : 0, failed: passed ? [] : [name] });

export function addTallies(tallies: readonly TestTally[]): TestTally {
  return { passed: tallies.reduce((all, one) => all + one.passed, 0), failed: tallies.flatMap((one) => one.failed) };
}
