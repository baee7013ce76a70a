import { useEffect } from 'preact/hooks';
import type { ApiFailure } from './api-result.ts';

/** About as long as people wait before they doubt that anything happens. */
const RETRY_MS = 5_000;

/** Shown instead of a page while the hub does not answer. It retries by itself. */
export function RetryScreen({ failure, retry }: { failure: ApiFailure; retry: () => Promise<void> }) {
  useEffect(() => {
    const timer = setTimeout(retry, RETRY_MS);
    return () => clearTimeout(timer);
  }, [retry]);
  return (
    <section class="letter">
      <h1>{failure.title}</h1>
      <p>{failure.detail}</p>
      <p role="status">The desk tries again every few seconds.</p>
      <button type="button" class="button" onClick={retry}>
        Try now
      </button>
    </section>
  );
}
