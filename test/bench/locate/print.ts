import { conditions } from './conditions.ts';
import { countsOf, type LocateTally, mean, percentile, type ResultRow } from './rows.ts';

const share = (part: number, of: number): string => (of ? ((part / of) * 100).toFixed(1) : '–').padStart(5);
const pad = (text: string | number, width: number): string => String(text).padStart(width);

/** The whole result as people read it. */
export function print(tally: LocateTally): string {
  const rows = tally.rows();
  const own = rows.filter((row) => row.method.startsWith('cairn'));
  return [
    'By app and condition',
    ...[...own, ...rows.filter((row) => !own.includes(row))].map(line),
    '',
    'All apps: located % / wrong %',
    `${'method'.padEnd(24)}${conditions.map((one) => one.padStart(15)).join('')}`,
    ...tally.methods.map((method) => summary(tally, method)),
    `${'n'.padEnd(24)}${conditions.map((one) => pad(tally.outcomes(tally.methods[0] ?? '', one).length, 15)).join('')}`,
    '',
    ...tally.methods.filter((method) => method.startsWith('cairn')).flatMap((method) => riskCoverage(tally, method)),
    'Speed in ms: page model mean/p95, look-up mean/p95',
    ...tally.methods.map((method) => speed(tally, method)),
  ].join('\n');
}

const line = (row: ResultRow): string =>
  `${row.method.padEnd(24)}${row.app.padEnd(32)}${row.condition.padEnd(10)} n ${pad(row.n, 4)}  located ${pad(row.located, 4)} (${share(row.located, row.n)} %)  wrong ${pad(row.wrong, 3)} (${share(row.wrong, row.n)} %)  not found ${pad(row.notFound, 4)}  model ${row.msModel.toFixed(1)} ms  look-up ${row.msLookup.toFixed(2)} ms`;

function summary(tally: LocateTally, method: string): string {
  const cells = conditions.map((condition) => {
    const { n, located, wrong } = countsOf(tally.outcomes(method, condition));
    return `${share(located, n)} /${share(wrong, n)}`.padStart(15);
  });
  return `${method.padEnd(24)}${cells.join('')}`;
}

const thresholds = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99];

function riskCoverage(tally: LocateTally, method: string): string[] {
  return [
    `Risk and coverage of ${method}: located % / wrong % at each threshold; 0 always answers`,
    ...thresholds.map((threshold) => {
      const cells = conditions.map((condition) => {
        const { n, located, wrong } = countsOf(tally.outcomes(method, condition), threshold);
        return `${share(located, n)} /${share(wrong, n)}`.padStart(15);
      });
      return `${String(threshold).padEnd(24)}${cells.join('')}`;
    }),
    `Of the answers given at 0.9 or more, right: ${calibration(tally, method)}`,
    '',
  ];
}

function calibration(tally: LocateTally, method: string): string {
  const given = conditions
    .flatMap((condition) => tally.outcomes(method, condition))
    .filter((one) => one.answered && one.confidence >= 0.9);
  return `${share(given.filter((one) => one.right).length, given.length)} % of ${given.length}`;
}

function speed(tally: LocateTally, method: string): string {
  const models = tally.models(method);
  const lookups = conditions.flatMap((condition) => tally.outcomes(method, condition)).map((one) => one.ms);
  return `${method.padEnd(24)}${mean(models).toFixed(2)} / ${percentile(models, 0.95).toFixed(2)}    ${mean(lookups).toFixed(2)} / ${percentile(lookups, 0.95).toFixed(2)}`;
}
