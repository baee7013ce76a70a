/** What a run came to. A test that did not run is a failed one: nobody knows what it would have said. */
export interface Tally {
  passed: number;
  failed: number;
}

/** The parts of vitest's JSON report that are counted. */
export interface Report {
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
}

/** Count a report. A file that failed as a whole (it could not be loaded, a hook threw) counts as one failure if none of its tests does. */
export function tallyReport(report: Report): Tally {
  const tallies = report.testResults.map(({ status, assertionResults }) => {
    const passed = assertionResults.filter((test) => test.status === 'passed').length;
    const failed = assertionResults.length - passed;
    return { passed, failed: failed || (status === 'passed' ? 0 : 1) };
  });
  return sum(tallies);
}

/** One part of the run that is not a test of vitest's. */
export const tallyPart = (held: boolean): Tally => ({ passed: held ? 1 : 0, failed: held ? 0 : 1 });

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce((all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }), {
    passed: 0,
    failed: 0,
  });
}
