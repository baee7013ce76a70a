import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An attribute as OTLP writes it in JSON. */
type AnyValue = { stringValue?: string; intValue?: number | string; doubleValue?: number; boolValue?: boolean };
type Attributes = { key: string; value: AnyValue }[];

export interface CollectedMetric {
  name: string;
  unit: string;
  points: Record<string, unknown>[];
}

export interface OtlpCollector {
  url: string;
  /** Everything that arrived, as text. */
  text(): string;
  metrics(): CollectedMetric[];
  spans(): { name: string; isFailed: boolean; traceId: string; parentSpanId: string; attributes: Record<string, unknown> }[];
  logs(): { body: string; severity: string; traceId: string; attributes: Record<string, unknown> }[];
  resource(): Record<string, unknown>;
  stop(): Promise<void>;
}

/** A collector in this process that takes OTLP over HTTP as JSON. */
export async function startCollector(status = 200): Promise<OtlpCollector> {
  const bodies: { path: string; text: string }[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    bodies.push({ path: request.url ?? '', text: Buffer.concat(parts).toString() });
    response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const sentTo = (path: string) => bodies.filter((one) => one.path === path).map(({ text }) => JSON.parse(text));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    text: () => bodies.map(({ text }) => text).join('\n'),
    metrics: () => sentTo('/v1/metrics').flatMap(metricsOf),
    spans: () => sentTo('/v1/traces').flatMap(spansOf),
    logs: () => sentTo('/v1/logs').flatMap(logsOf),
    resource: () => flat(sentTo('/v1/metrics')[0]?.resourceMetrics[0]?.resource.attributes ?? []),
    stop: () => new Promise((done) => server.close(() => done())),
  };
}

const flat = (attributes: Attributes): Record<string, unknown> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

// biome-ignore lint/suspicious/noExplicitAny: OTLP in JSON, of which a few fields are read
type Json = any;

function metricsOf(body: Json): CollectedMetric[] {
  const all = body.resourceMetrics.flatMap((one: Json) => one.scopeMetrics).flatMap((one: Json) => one.metrics);
  return all.map((metric: Json) => {
    const { dataPoints } = metric.histogram ?? metric.sum ?? metric.gauge;
    const points = dataPoints.map((point: Json) => ({
      ...flat(point.attributes),
      value: Number(point.count ?? point.asInt ?? point.asDouble),
    }));
    return { name: metric.name, unit: metric.unit, points };
  });
}

function spansOf(body: Json): ReturnType<OtlpCollector['spans']> {
  const all = body.resourceSpans.flatMap((one: Json) => one.scopeSpans).flatMap((one: Json) => one.spans);
  return all.map(({ name, status, traceId, parentSpanId = '', attributes }: Json) => ({
    ...{ name, isFailed: status?.code === 2, traceId, parentSpanId, attributes: flat(attributes) },
  }));
}

function logsOf(body: Json): ReturnType<OtlpCollector['logs']> {
  const all = body.resourceLogs.flatMap((one: Json) => one.scopeLogs).flatMap((one: Json) => one.logRecords);
  return all.map(({ body: said, severityText, traceId = '', attributes }: Json) => ({
    ...{ body: said.stringValue, severity: severityText, traceId, attributes: flat(attributes) },
  }));
}
