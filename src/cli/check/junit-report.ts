import { type AnchorReport, type CheckReport, type GuideReport, isFailure } from './check-report.ts';

/** Characters that XML 1.0 cannot hold. */
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

interface TestCase {
  name: string;
  className: string;
  seconds: number;
  failure?: { type: string; message: string };
  skipped?: string;
  output?: string;
}

/** The report for what reads JUnit: a suite for each guide and a case for each anchor; a walkthrough is a case as well. */
export function junitReport(report: CheckReport): string {
  const suites = report.guides.map((guide) => ({ guide, cases: casesOf(report, guide) })).filter(({ cases }) => cases.length > 0);
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: report.pack, ...countsOf(all), time: report.seconds })}>`,
    ...suites.flatMap(({ guide, cases }) => suiteOf(report, guide, cases)),
    '</testsuites>',
    '',
  ].join('\n');
}

function casesOf({ pack }: CheckReport, { guide, outcome, reason, anchors }: GuideReport): TestCase[] {
  const className = `${pack}.${guide}`;
  const walk: TestCase = { name: 'is walked to its end', className, seconds: 0 };
  if (outcome === 'stopped') walk.failure = { type: outcome, message: reason ?? 'It stopped.' };
  if (outcome === 'held') walk.skipped = reason ?? 'It was not walked to its end.';
  return [...anchors.map((one) => caseOf(one, className)), ...(outcome === 'examined' ? [] : [walk])];
}

function caseOf(anchor: AnchorReport, className: string): TestCase {
  const { state, step, use, control, reason, page, ms = 0 } = anchor;
  const about = { name: `${step === undefined ? '' : `${step}: `}${use}: ${control}`, className, seconds: ms / 1000 };
  const message = `${reason}${page === undefined ? '' : ` (at ${page})`}`;
  if (isFailure(anchor)) return { ...about, failure: { type: state, message } };
  return state === 'found' ? { ...about, output: message } : { ...about, skipped: `${state}: ${message}` };
}

const suiteOf = ({ startedAt }: CheckReport, { guide, title }: GuideReport, cases: readonly TestCase[]): string[] => [
  `  <testsuite${attributes({
    name: guide,
    ...countsOf(cases),
    time: cases.reduce((sum, { seconds }) => sum + seconds, 0),
    timestamp: startedAt.replace(/\..*$/, ''),
  })}>`,
  `    <properties><property${attributes({ name: 'title', value: title })}/></properties>`,
  ...cases.map(
    (one) =>
      `    <testcase${attributes({ name: one.name, classname: one.className, time: one.seconds })}>${bodyOf(one)}</testcase>`,
  ),
  '  </testsuite>',
];

function bodyOf({ failure, skipped, output }: TestCase): string {
  if (failure) return `<failure${attributes(failure)}>${escapeXml(failure.message)}</failure>`;
  if (skipped !== undefined) return `<skipped${attributes({ message: skipped })}/>`;
  return output === undefined ? '' : `<system-out>${escapeXml(output)}</system-out>`;
}

const countsOf = (cases: readonly TestCase[]) => ({
  tests: cases.length,
  failures: cases.filter(({ failure }) => failure).length,
  errors: 0,
  skipped: cases.filter(({ skipped }) => skipped !== undefined).length,
});

const attributes = (values: Record<string, string | number>): string =>
  Object.entries(values)
    .map(
      ([name, value]) => ` ${name}="${escapeXml(typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : value)}"`,
    )
    .join('');

const escapeXml = (text: string): string => text.replace(NOT_XML, '\ufffd').replace(/[&<>"]/g, (one) => ENTITIES[one]!);
