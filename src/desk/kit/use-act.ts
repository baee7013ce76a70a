import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { Announcer } from './announcer.ts';
import type { ApiFailure, ApiResult } from './api-result.ts';

/** Changes at the hub that a page asks for, one at a time. */
export interface Act {
  /** Asks, and says so when it is done. Undefined if the hub refused, or if another change is under way. */
  run: <T>(ask: () => Promise<ApiResult<T>>, done: string) => Promise<T | undefined>;
  failure: ReadonlySignal<ApiFailure | null>;
  isBusy: ReadonlySignal<boolean>;
}

interface UseActDeps {
  signIn: { expire: (failure: ApiFailure) => void };
  announcer: Announcer;
  /** Called after every answer, also after a refusal: what the page shows may be out of date. */
  onAnswer: (isDone: boolean) => Promise<void>;
}

export function useAct({ signIn, announcer, onAnswer }: UseActDeps): Act {
  const failure = useSignal<ApiFailure | null>(null);
  const isBusy = useSignal(false);
  async function run<T>(ask: () => Promise<ApiResult<T>>, done: string): Promise<T | undefined> {
    if (isBusy.value) return undefined;
    isBusy.value = true;
    const result = await ask();
    isBusy.value = false;
    failure.value = result.ok ? null : result.why;
    if (!result.ok && result.why.kind === 'signed-out') {
      signIn.expire(result.why);
      return undefined;
    }
    await onAnswer(result.ok);
    if (!result.ok) return undefined;
    announcer.announce(done);
    return result.value;
  }
  return { run, failure, isBusy };
}
