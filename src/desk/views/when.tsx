import { exactly, since } from '../since.ts';

interface WhenProps {
  at: string;
  now: number;
  locale: string;
}

/** "3 minutes ago"; the exact time on hovering. */
export function When({ at, now, locale }: WhenProps) {
  return (
    <time dateTime={at} title={exactly(at, locale)}>
      {since(at, now, locale)}
    </time>
  );
}
