import type { ApiFailure } from './api-result.ts';

/** Why the hub refused a request, and what to do. Where a fresh sign-in is needed, a link leads there and back to this page. */
export function Refusal({ failure }: { failure: ApiFailure }) {
  const needsConfirmation = failure.problem === 'confirmation-needed';
  return (
    <div class="empty" role="alert">
      <h2>{needsConfirmation ? 'Confirm that it is you' : failure.title}</h2>
      <p>{failure.detail}</p>
      {needsConfirmation ? (
        <a class="button" href={`/desk/api/confirm?${new URLSearchParams({ return: window.location.search })}`}>
          Confirm at your identity provider
        </a>
      ) : (
        failure.remedy && <p>{failure.remedy}</p>
      )}
    </div>
  );
}
