import { performance } from 'node:perf_hooks';
import type { Counter, Histogram, Meter } from '@opentelemetry/api';
import type { PoolState } from './telemetry.ts';

/** Bounds in seconds, as OpenTelemetry advises for requests and statements. */
const SECONDS = { advice: { explicitBucketBoundaries: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] }, unit: 's' };
const JOB_SECONDS = { advice: { explicitBucketBoundaries: [0.1, 1, 5, 15, 60, 300, 900, 3600] }, unit: 's' };

export interface Instruments {
  requests: Histogram;
  statements: Histogram;
  jobs: Histogram;
  entries: Counter;
  watchPool(name: string, read: () => PoolState): void;
}

/** The metrics of a hub. Names and units are those of OpenTelemetry's conventions where it has any; the rest begin with `cairn.`. */
export function createInstruments(meter: Meter): Instruments {
  const connections = meter.createObservableGauge('db.client.connection.count', { unit: '{connection}' });
  const waiting = meter.createObservableGauge('db.client.connection.pending_requests', { unit: '{request}' });
  observeProcess(meter);
  return {
    requests: meter.createHistogram('http.server.request.duration', SECONDS),
    statements: meter.createHistogram('db.client.operation.duration', SECONDS),
    jobs: meter.createHistogram('cairn.job.duration', JOB_SECONDS),
    entries: meter.createCounter('cairn.intake.entries', { unit: '{entry}' }),
    watchPool(name, read) {
      const pool = { 'db.client.connection.pool.name': name };
      connections.addCallback((result) => {
        const { used, idle } = read();
        result.observe(used, { ...pool, 'db.client.connection.state': 'used' });
        result.observe(idle, { ...pool, 'db.client.connection.state': 'idle' });
      });
      waiting.addCallback((result) => result.observe(read().waiting, pool));
    },
  };
}

function observeProcess(meter: Meter): void {
  const memory = meter.createObservableGauge('process.memory.usage', { unit: 'By' });
  memory.addCallback((result) => result.observe(process.memoryUsage.rss()));
  const eventLoop = meter.createObservableGauge('nodejs.eventloop.utilization', { unit: '1' });
  let last = performance.eventLoopUtilization();
  eventLoop.addCallback((result) => {
    const now = performance.eventLoopUtilization();
    result.observe(performance.eventLoopUtilization(now, last).utilization);
    last = now;
  });
}
