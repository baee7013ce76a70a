import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { ApiFailure } from '../../kit/api-result.ts';
import { Refusal } from '../../kit/refusal.tsx';
import { RouteLink } from '../../shell/route-link.tsx';
import type { Router } from '../../shell/router.ts';

interface LoadedDetailProps<T> {
  value: ReadonlySignal<T | null>;
  failure: ReadonlySignal<ApiFailure | null>;
  router: Router;
  children: (value: T) => ComponentChildren;
}

/** A page below that of all packs: the way back, why the hub refused, and what was loaded, as soon as it is. */
export function LoadedDetail<T>({ value, failure, router, children }: LoadedDetailProps<T>) {
  return (
    <>
      <p>
        <RouteLink to={{ view: 'packs' }} router={router}>
          All packs
        </RouteLink>
      </p>
      {failure.value && <Refusal failure={failure.value} />}
      {value.value === null && !failure.value && <p class="quiet">Loading…</p>}
      {value.value !== null && children(value.value)}
    </>
  );
}
