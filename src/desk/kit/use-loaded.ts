import { signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { ApiFailure, ApiResult } from './api-result.ts';

interface UseLoadedDeps<T> {
  load: (lifetime?: AbortSignal) => Promise<ApiResult<T>>;
  /** The hub no longer accepts the sign-in. */
  onSignedOut: (failure: ApiFailure) => void;
}

/** What the hub answers to one request, asked when a page is shown and again on `reload`. */
export function useLoaded<T>({ load, onSignedOut }: UseLoadedDeps<T>) {
  const state = useMemo(() => ({ value: signal<T | null>(null), failure: signal<ApiFailure | null>(null) }), []);
  async function reload(lifetime?: AbortSignal): Promise<void> {
    const result = await load(lifetime);
    if (lifetime?.aborted) return;
    state.failure.value = result.ok ? null : result.why;
    if (result.ok) state.value.value = result.value;
    else if (result.why.kind === 'signed-out') onSignedOut(result.why);
  }
  useEffect(() => {
    const lifetime = new AbortController();
    void reload(lifetime.signal);
    return () => lifetime.abort();
  }, []);
  return { ...state, reload: () => reload() };
}
