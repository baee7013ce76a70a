import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDatabase } from '../../run/shared-postgres.ts';
import { feedback, wordsFor } from '../hub-in-test.ts';
import { type HubProcess, post, urlOf } from '../hub-process.ts';
import { useHubs } from '../use-hubs.ts';
import { type OtlpCollector, startCollector } from './otlp-collector.ts';

vi.setConfig({ testTimeout: 120_000 });

const startHub = useHubs();
let folder: string;
let collector: OtlpCollector;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-otlp-'));
  collector = await startCollector();
});
afterEach(async () => {
  await collector.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Writes to standard error which modules of OpenTelemetry the process loads. */
const LIST_LOADED = `--import=data:text/javascript,${encodeURIComponent(
  "import { registerHooks } from 'node:module'; registerHooks({ resolve: (name, context, next) => { if (name.startsWith('@opentelemetry')) process.stderr.write('loaded ' + name + ' '); return next(name, context); } });",
)}`;

async function useOnce(hub: HubProcess): Promise<void> {
  const url = await urlOf(hub);
  const { body: install } = await post<{ secret: string }>(`${url}/v1/enrol`, { token: 'a-token-for-enrolment' });
  const at = new Date().toISOString();
  const one = feedback({ at, route: '/orders/:id/a-telling-route' });
  const entries = [one, one, wordsFor(one.id, 'My own comment', { at, contact: 'ada@example.com' }), { id: 'no id' }];
  await post(`${url}/v1/entries`, { sentAt: at, entries }, install.secret);
  await fetch(`${url}/v1/packs/a-telling-pack?and=a-query`, { headers: { authorization: `Bearer ${install.secret}` } });
  await fetch(`${url}/healthz`);
  hub.child.kill('SIGTERM');
  expect((await hub.ended).code).toBe(0);
}

test('without an endpoint nothing of OpenTelemetry is loaded, with one it is', async () => {
  const loadedWith = async (env: Record<string, string>) => {
    const hub = startHub({ CAIRN_DATA: folder, NODE_OPTIONS: LIST_LOADED, ...env });
    await urlOf(hub);
    hub.child.kill('SIGTERM');
    return (await hub.ended).stderr.includes('loaded @opentelemetry/');
  };
  expect(await loadedWith({})).toBe(false);
  expect(await loadedWith({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url })).toBe(true);
});

test('a collector gets metrics, traces and logs of what the hub did, and nothing of what people wrote', async () => {
  const env = {
    CAIRN_DATA: folder,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
  };
  await useOnce(startHub(env));
  expect(collector.resource()).toMatchObject({ 'service.name': 'cairn-hub', 'deployment.environment.name': 'test' });
  const points = (name: string) => collector.metrics().find((metric) => metric.name === name)?.points;
  expect(points('http.server.request.duration')).toContainEqual({
    ...{ 'http.request.method': 'GET', 'http.route': '/v1/packs/:id', 'http.response.status_code': 404, value: 1 },
  });
  expect(points('http.server.request.duration')?.map((point) => point['http.route'])).not.toContain('/healthz');
  expect(points('cairn.intake.entries')).toEqual(
    expect.arrayContaining([
      { 'cairn.entry.outcome': 'stored', value: 2 },
      { 'cairn.entry.outcome': 'known', value: 1 },
      { 'cairn.entry.outcome': 'refused', value: 1 },
    ]),
  );
  expect(points('cairn.job.duration')).toContainEqual({ 'cairn.job.name': 'daily', value: 1 });
  expect(points('process.memory.usage')?.[0]?.value).toBeGreaterThan(10_000_000);
  const request = collector.spans().find(({ name }) => name === 'POST /v1/entries');
  expect(request).toMatchObject({ isFailed: false, attributes: { 'http.response.status_code': 200 } });
  const batch = collector.logs().find(({ body }) => body === 'batch');
  expect(batch).toMatchObject({ severity: 'INFO', traceId: request?.traceId, attributes: { entries: 4, refused: 1 } });
  for (const secret of ['telling', 'My own', 'ada@example.com', 'a-query', 'a-token'])
    expect(collector.text()).not.toContain(secret);
});

test('on PostgreSQL statements are timed inside their request, and the connections are counted', async () => {
  await useOnce(startHub({ DATABASE_URL: await createDatabase(), OTEL_EXPORTER_OTLP_ENDPOINT: collector.url }));
  const request = collector.spans().find(({ name }) => name === 'POST /v1/entries');
  const own = collector.spans().filter(({ traceId }) => traceId === request?.traceId);
  expect(own.map(({ name }) => name)).toEqual(expect.arrayContaining(['select', 'with']));
  const metrics = new Map(collector.metrics().map(({ name, points }) => [name, points]));
  const operations = metrics.get('db.client.operation.duration')?.map((point) => point['db.operation.name']);
  expect(operations).toEqual(expect.arrayContaining(['select', 'begin', 'commit']));
  const pools = metrics.get('db.client.connection.count')?.map((point) => point['db.client.connection.pool.name']);
  expect(new Set(pools)).toEqual(new Set(['store', 'jobs', 'probe']));
  expect(collector.text()).not.toMatch(/insert into|author_mark/);
});

test('a collector that refuses is reported once, and the hub works on', async () => {
  const refusing = await startCollector(400);
  const hub = startHub({ CAIRN_DATA: folder, OTEL_EXPORTER_OTLP_ENDPOINT: refusing.url, OTEL_BLRP_SCHEDULE_DELAY: '20' });
  await hub.logged('telemetry not delivered');
  await useOnce(hub);
  await refusing.stop();
  expect((await hub.ended).lines.filter(({ msg }) => msg === 'telemetry not delivered')).toHaveLength(1);
});
