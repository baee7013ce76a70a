import type { ApiFailure } from './api-result.ts';

interface OutageBarProps {
  failure: ApiFailure;
  answeredAt: number | null;
  locale: string;
  onRetry: () => void;
}

/** Says that the hub does not answer and since when. It covers the bottom of the page, so that it moves nothing. */
export function OutageBar({ failure, answeredAt, locale, onRetry }: OutageBarProps) {
  return (
    <aside class="silence" aria-label="Connection">
      <p>
        <strong>{failure.title}.</strong>{' '}
        {answeredAt !== null && (
          <>
            Its last answer came at <time dateTime={new Date(answeredAt).toISOString()}>{timeOfDay(answeredAt, locale)}</time>.{' '}
          </>
        )}
        The desk keeps trying.
      </p>
      <button type="button" class="button" onClick={onRetry}>
        Try now
      </button>
    </aside>
  );
}

const timeOfDay = (at: number, locale: string) => new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(at);
