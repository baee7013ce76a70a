import { exactDay, relativeDay } from './relative-day.ts';

interface DayAgoProps {
  /** A UTC day: no finer time is known. */
  day: string;
  now: number;
  locale: string;
}

/** "3 days ago", with the date as a tooltip. */
export function DayAgo({ day, now, locale }: DayAgoProps) {
  return (
    <time dateTime={day} title={exactDay(day, locale)}>
      {relativeDay(day, now, locale)}
    </time>
  );
}
