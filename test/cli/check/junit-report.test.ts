import { expect, test } from 'vitest';
import type { AnchorReport, CheckReport } from '../../../src/cli/check/check-report.ts';
import { summarize } from '../../../src/cli/check/check-report.ts';
import { junitReport } from '../../../src/cli/check/junit-report.ts';
import { parseXml, type XmlElement } from './parse-xml.ts';

const anchor = (state: AnchorReport['state'], more: Partial<AnchorReport> = {}): AnchorReport => ({
  path: 'guides[0].anchor',
  guide: 'g',
  use: 'control',
  control: 'button "Save & <close>"',
  state,
  reason: 'Because "this" \u0000\u001b[31m & that ]]>.',
  ...more,
});

const guides: CheckReport['guides'] = [
  { guide: 'tip', kind: 'tip', title: 'A <tip>', outcome: 'examined', anchors: [anchor('found', { ms: 1234, page: '/x' })] },
  {
    guide: 'walk',
    kind: 'walkthrough',
    title: 'Walk & talk',
    outcome: 'stopped',
    reason: 'Step save: gone.',
    anchors: [anchor('ambiguous', { step: 'save' }), anchor('not-seen', { step: 'a' }), anchor('not-reached', { step: 'b' })],
  },
  {
    guide: 'held',
    kind: 'walkthrough',
    title: 'Held',
    outcome: 'held',
    reason: 'May change something.',
    anchors: [anchor('weak')],
  },
  { guide: 'question', kind: 'question', title: 'Nothing to find', outcome: 'examined', anchors: [] },
];
const report: CheckReport = {
  ...{ pack: 'p', version: 1, app: 'orders', url: 'https://orders.example/', startedAt: '2026-11-22T10:00:00.000Z' },
  ...{ seconds: 2.5, summary: summarize(guides), guides },
};

/** What the JUnit schema of Apache Ant and Jenkins allows: attributes that are required and allowed, and the order of children. */
const SHAPES: Record<string, { required: string[]; allowed: string[]; children: RegExp }> = {
  testsuites: {
    required: [],
    allowed: ['name', 'tests', 'failures', 'errors', 'skipped', 'disabled', 'time'],
    children: /^(testsuite )*$/,
  },
  testsuite: {
    required: ['name', 'tests', 'failures', 'errors'],
    allowed: ['name', 'tests', 'failures', 'errors', 'skipped', 'time', 'timestamp', 'hostname', 'id', 'package', 'disabled'],
    children: /^(properties )?(testcase )*(system-out )?(system-err )?$/,
  },
  properties: { required: [], allowed: [], children: /^(property )+$/ },
  property: { required: ['name', 'value'], allowed: ['name', 'value'], children: /^$/ },
  testcase: {
    required: ['name', 'classname'],
    allowed: ['name', 'classname', 'time', 'assertions', 'status'],
    children: /^(skipped |error |failure )?(system-out )?(system-err )?$/,
  },
  failure: { required: [], allowed: ['message', 'type'], children: /^$/ },
  skipped: { required: [], allowed: ['message', 'type'], children: /^$/ },
  'system-out': { required: [], allowed: [], children: /^$/ },
};

function expectShape({ name, attributes, children }: XmlElement): void {
  const shape = SHAPES[name]!;
  expect(shape, name).toBeDefined();
  for (const required of shape.required) expect(attributes, name).toHaveProperty(required);
  for (const given of Object.keys(attributes)) expect(shape.allowed, name).toContain(given);
  for (const number of ['tests', 'failures', 'errors', 'skipped', 'time'])
    if (attributes[number] !== undefined) expect(attributes[number]).toMatch(/^\d+(\.\d+)?$/);
  if (attributes.timestamp !== undefined) expect(attributes.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
  expect(children.map((one) => `${one.name} `).join('')).toMatch(shape.children);
  children.forEach(expectShape);
}

test('the JUnit report is well-formed and has the shape of the schema', () => {
  expectShape(parseXml(junitReport(report)));
});

test('each anchor is a case: found passes, missing fails with its reason, the rest is skipped', () => {
  const suites = parseXml(junitReport(report)).children;
  expect(suites.map(({ attributes }) => attributes.name)).toEqual(['tip', 'walk', 'held']);
  const [first, walk, held] = suites as [XmlElement, XmlElement, XmlElement];
  expect(first.children[1]!.attributes).toEqual({ name: 'control: button "Save & <close>"', classname: 'p.tip', time: '1.234' });
  expect(walk.attributes).toMatchObject({ tests: '4', failures: '2', errors: '0', skipped: '2' });
  const failures = walk.children.flatMap(({ children }) => children.filter(({ name }) => name === 'failure'));
  expect(failures.map(({ attributes }) => attributes.type)).toEqual(['ambiguous', 'stopped']);
  expect(failures[0]!.text).toBe('Because "this" \ufffd\ufffd[31m & that ]]>.');
  expect(held.attributes).toMatchObject({ tests: '2', failures: '1', skipped: '1' });
});
