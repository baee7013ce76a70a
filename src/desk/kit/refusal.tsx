import type { ApiFailure } from './api-result.ts';

/** The hub's own reason for not giving what was asked, and its remedy. */
export function Refusal({ failure }: { failure: ApiFailure }) {
  return (
    <div class="empty" role="alert">
      <h2>{failure.title}</h2>
      <p>{failure.detail}</p>
      {failure.remedy && <p>{failure.remedy}</p>}
    </div>
  );
}
