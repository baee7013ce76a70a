import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { metrics } from '@opentelemetry/api';
import { expect, test, vi } from 'vitest';
import { createInstruments } from '../../../src/hub/telemetry/instruments.ts';

const docs = join(import.meta.dirname, '../../../docs/run');
const dashboard = JSON.parse(readFileSync(join(docs, 'grafana-dashboard.json'), 'utf8')) as {
  panels: { title: string; targets: { expr: string }[] }[];
};

/** The names of the hub's metrics, by how Prometheus writes them: underscores, the unit, and what the kind of metric adds. */
function prometheusNames(): Map<string, string> {
  const names = new Map<string, string>();
  const suffixes: Record<string, string> = { s: '_seconds', By: '_bytes', '1': '_ratio' };
  const meter = metrics.getMeter('names');
  const list =
    (ending: string) =>
    (name: string, { unit = '' }: { unit?: string } = {}) => {
      names.set(name, name.replaceAll('.', '_') + (suffixes[unit] ?? '') + ending);
      return { addCallback: () => undefined } as never;
    };
  vi.spyOn(meter, 'createHistogram').mockImplementation(list(''));
  vi.spyOn(meter, 'createCounter').mockImplementation(list('_total'));
  vi.spyOn(meter, 'createObservableGauge').mockImplementation(list(''));
  createInstruments(meter);
  return names;
}

test('every panel of the dashboard asks for metrics that the hub has, and every metric is on it', () => {
  const names = [...prometheusNames().values()];
  const asked = dashboard.panels.map(({ title, targets }) => ({
    title,
    metrics: targets.flatMap(({ expr }) =>
      [...expr.matchAll(/([a-z_]+)\{/g)].map(([, name]) => name!.replace(/_(bucket|count|sum)$/, '')),
    ),
  }));
  const isKnown = (metric: string) => names.some((name) => name === metric || name === `${metric}_count`);
  for (const { title, metrics: used } of asked) expect([title, used.length > 0 && used.every(isKnown)]).toEqual([title, true]);
  const used = asked.flatMap((panel) => panel.metrics);
  expect(names.filter((name) => !used.includes(name) && !used.includes(name.replace(/_count$/, '')))).toEqual([]);
});

test('the page for admins lists every metric', () => {
  const page = readFileSync(join(docs, 'admins.md'), 'utf8');
  for (const name of prometheusNames().keys()) expect(page).toContain(`\`${name}\``);
});
