import type { Trouble } from '../answer.ts';

interface SilenceProps {
  trouble: Trouble;
  answeredAt: number | null;
  locale: string;
  onTry: () => void;
}

/** Says that the hub does not answer, and how old what is shown may be. Laid over the foot of the page, so that it moves nothing. */
export function Silence({ trouble, answeredAt, locale, onTry }: SilenceProps) {
  return (
    <aside class="silence" aria-label="Connection">
      <p>
        <strong>{trouble.title}.</strong>{' '}
        {answeredAt !== null && (
          <>
            Its last answer came at <time dateTime={new Date(answeredAt).toISOString()}>{timeOfDay(answeredAt, locale)}</time>.{' '}
          </>
        )}
        The desk keeps trying.
      </p>
      <button type="button" class="button" onClick={onTry}>
        Try now
      </button>
    </aside>
  );
}

const timeOfDay = (at: number, locale: string) => new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(at);
