import { context, type DiagLogger, diag } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  resourceAttributesEnvDetector,
  resourceFromAttributes,
  serviceNameEnvDetector,
} from '@opentelemetry/resources';
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import {
  AlwaysOffSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';

const WARN_EVERY_MS = 3_600_000;

export interface OtlpProviders {
  meters: MeterProvider;
  tracers: TracerProvider;
  loggers: LoggerProvider;
}

/**
 * Starts what sends by OTLP over HTTP, as JSON. All of it is configured by OpenTelemetry's own variables: most are read by the SDK, and
 * those of intervals and sampling here.
 */
export function startOtlpProviders(env: NodeJS.ProcessEnv, serviceName: string, warn: (reason: string) => void): OtlpProviders {
  diag.setLogger(warnRarely(warn));
  context.setGlobalContextManager(new AsyncLocalStorageContextManager());
  const own = resourceFromAttributes({ 'service.name': serviceName });
  const resource = defaultResource()
    .merge(own)
    .merge(detectResources({ detectors: [resourceAttributesEnvDetector, serviceNameEnvDetector] }));
  const meters = new PeriodicExportingMetricReader({
    exporter: new OTLPMetricExporter(),
    exportIntervalMillis: milliseconds(env.OTEL_METRIC_EXPORT_INTERVAL, 60_000),
    exportTimeoutMillis: Math.min(30_000, milliseconds(env.OTEL_METRIC_EXPORT_INTERVAL, 60_000)),
  });
  const spans = new BatchSpanProcessor({
    exporter: new OTLPTraceExporter(),
    scheduledDelayMillis: milliseconds(env.OTEL_BSP_SCHEDULE_DELAY, 5000),
  });
  const records = new BatchLogRecordProcessor({
    exporter: new OTLPLogExporter(),
    scheduledDelayMillis: milliseconds(env.OTEL_BLRP_SCHEDULE_DELAY, 1000),
  });
  return {
    meters: new MeterProvider({ resource, readers: [meters] }),
    tracers: new TracerProvider({ resource, spanProcessors: [spans], sampler: samplerOf(env) }),
    loggers: new LoggerProvider({ resource, processors: [records] }),
  };
}

function milliseconds(written: string | undefined, fallback: number): number {
  const value = Number(written);
  return Number.isInteger(value) && value >= 10 ? value : fallback;
}

/** Every request is traced, or the share that `OTEL_TRACES_SAMPLER_ARG` says. Nobody outside decides which: browsers send no context. */
function samplerOf({ OTEL_TRACES_SAMPLER = '', OTEL_TRACES_SAMPLER_ARG = '1' }: NodeJS.ProcessEnv): Sampler {
  if (OTEL_TRACES_SAMPLER.endsWith('always_off')) return new AlwaysOffSampler();
  const share = OTEL_TRACES_SAMPLER.endsWith('traceidratio') ? Number(OTEL_TRACES_SAMPLER_ARG) : 1;
  return new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(Number.isFinite(share) ? share : 1) });
}

/** What the SDK reports about itself is about a collector that does not answer, and is repeated with every attempt. */
function warnRarely(warn: (reason: string) => void): DiagLogger {
  let warnedAt = Number.NEGATIVE_INFINITY;
  const report = (message: string) => {
    if (performance.now() - warnedAt < WARN_EVERY_MS) return;
    warnedAt = performance.now();
    warn(/\b(E[A-Z]{4,}|\d{3}|timeout)\b/i.exec(message)?.[0] ?? 'refused');
  };
  const ignore = () => undefined;
  return { error: report, warn: report, info: ignore, debug: ignore, verbose: ignore };
}
