import type { ApiFailure } from './api-result.ts';

/** Why the hub refused a request, and what to do. */
export function Refusal({ failure }: { failure: ApiFailure }) {
  return (
    <div class="empty" role="alert">
      <h2>{failure.title}</h2>
      <p>{failure.detail}</p>
      {failure.remedy && <p>{failure.remedy}</p>}
    </div>
  );
}
