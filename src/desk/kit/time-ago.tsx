import { exactTime, relativeTime } from './relative-time.ts';

interface TimeAgoProps {
  at: string;
  now: number;
  locale: string;
}

/** "3 minutes ago", with the exact time as a tooltip. */
export function TimeAgo({ at, now, locale }: TimeAgoProps) {
  return (
    <time dateTime={at} title={exactTime(at, locale)}>
      {relativeTime(at, now, locale)}
    </time>
  );
}
