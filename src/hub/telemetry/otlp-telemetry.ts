import { type Attributes, type Histogram, SeverityNumber, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { LogLevel } from '../log/log.ts';
import { createInstruments } from './instruments.ts';
import { startOtlpProviders } from './otlp-providers.ts';
import type { Telemetry } from './telemetry.ts';

const NAME = 'cairn-hub';
const STOP_MS = 2000;

/** Tells a collector, by OTLP over HTTP. */
export function createOtlpTelemetry(env: NodeJS.ProcessEnv, warn: (reason: string) => void): Telemetry {
  const { meters, tracers, loggers } = startOtlpProviders(env, NAME, warn);
  const instruments = createInstruments(meters.getMeter(NAME));
  const tracer = tracers.getTracer(NAME);
  const logger = loggers.getLogger(NAME);
  const inSpan = <T>(name: string, kind: SpanKind, run: (span: Span) => Promise<T>): Promise<T> =>
    tracer.startActiveSpan(name, { kind }, (span) => run(span).finally(() => span.end()));

  return {
    request: (method, answer, outcome) =>
      inSpan(method, SpanKind.SERVER, async (span) => {
        const record = startTimer(instruments.requests);
        try {
          return await answer();
        } finally {
          const { route, status } = outcome();
          const attributes = { 'http.request.method': method, 'http.route': route, 'http.response.status_code': status };
          record(attributes);
          span.updateName(`${method} ${route}`).setAttributes(attributes);
          if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
        }
      }),
    statement: (operation, run) => {
      const measure = timed(instruments.statements, { 'db.system.name': 'postgresql', 'db.operation.name': operation }, run);
      return trace.getActiveSpan() ? inSpan(operation, SpanKind.CLIENT, measure) : measure();
    },
    job: (name, run) => inSpan(`job ${name}`, SpanKind.INTERNAL, timed(instruments.jobs, { 'cairn.job.name': name }, run)),
    countEntries: (outcome, count) => void (count > 0 && instruments.entries.add(count, { 'cairn.entry.outcome': outcome })),
    watchPool: instruments.watchPool,
    log: (level, msg, fields) =>
      logger.emit({
        ...{ severityNumber: SEVERITIES[level], severityText: level.toUpperCase(), body: msg },
        attributes: attributesOf(fields),
      }),
    stop: async () => {
      const stopped = Promise.all([meters.shutdown(), tracers.shutdown(), loggers.shutdown()]).catch(() => undefined);
      await Promise.race([stopped, new Promise((done) => setTimeout(done, STOP_MS).unref())]);
    },
  };
}

const SEVERITIES: Record<LogLevel, SeverityNumber> = {
  debug: SeverityNumber.DEBUG,
  info: SeverityNumber.INFO,
  warn: SeverityNumber.WARN,
  error: SeverityNumber.ERROR,
};

function startTimer(histogram: Histogram): (attributes: Attributes) => void {
  const from = performance.now();
  return (attributes) => histogram.record((performance.now() - from) / 1000, attributes);
}

/** Work whose duration is recorded, and whether it failed. */
function timed<T>(histogram: Histogram, attributes: Attributes, run: () => Promise<T>) {
  return async (span = trace.getActiveSpan()): Promise<T> => {
    const record = startTimer(histogram);
    try {
      const result = await run();
      record(attributes);
      return result;
    } catch (error) {
      record({ ...attributes, 'error.type': error instanceof Error ? error.name : typeof error });
      span?.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    }
  };
}

/** Fields of a line of the log as attributes; those of an error are nested, and attributes are not. */
function attributesOf(fields: object, prefix = ''): Attributes {
  const pairs = Object.entries(fields).map(([name, value]): Attributes => {
    if (Array.isArray(value)) return { [prefix + name]: value.map(String) };
    if (typeof value === 'object' && value !== null) return attributesOf(value, `${prefix}${name}.`);
    return value === undefined || value === null ? {} : { [prefix + name]: value as string | number | boolean };
  });
  return Object.assign({}, ...pairs);
}
