/** The result of a test run. A test that did not run counts as failed. */
export interface TestTally {
  passed: number;
  /** One line for each failure: its name and the first line of the reason. */
  failed: string[];
}

/** The parts of vitest's JSON report that the tally reads. */
export interface VitestReport {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] | null }[];
  }[];
}

/** Counts a report. A file that failed as a whole (it could not be loaded, or a hook threw) counts as one failure if none of its tests failed. */
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

/** A part of the run that is not a vitest test, such as the build. */
export const tallyPart = (name: string, passed: boolean): TestTally => ({ passed: passed ? 1 : 0, failed: passed ? [] : [name] });

export function addTallies(tallies: readonly TestTally[]): TestTally {
  return { passed: tallies.reduce((all, one) => all + one.passed, 0), failed: tallies.flatMap((one) => one.failed) };
}
