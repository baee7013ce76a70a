import { useEffect } from 'preact/hooks';
import type { ApiFailure } from './api-result.ts';

/** As long as a person waits before wondering whether anything still happens. */
const RETRY_MS = 5_000;

/** The hub did not answer, so nobody can be let in yet: says so, and tries again by itself. */
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
