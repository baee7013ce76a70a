import { noTelemetry, type Telemetry } from './telemetry.ts';

/** The variables of OpenTelemetry that name a collector: one for all signals, or one for each. */
const ENDPOINTS = [
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'OTEL_EXPORTER_OTLP_METRICS_ENDPOINT',
  'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT',
  'OTEL_EXPORTER_OTLP_LOGS_ENDPOINT',
];

/**
 * Starts sending metrics, traces and logs to the collector that the environment names. Without one, nothing of OpenTelemetry is loaded.
 * `warn` is called with the reason, once an hour at most, while the collector does not take what is sent.
 */
export async function startTelemetry(env: NodeJS.ProcessEnv, warn: (reason: string) => void): Promise<Telemetry> {
  const isDisabled = env.OTEL_SDK_DISABLED?.toLowerCase() === 'true';
  if (isDisabled || !ENDPOINTS.some((name) => env[name])) return noTelemetry;
  const { createOtlpTelemetry } = await import('./otlp-telemetry.ts');
  return createOtlpTelemetry(env, warn);
}
