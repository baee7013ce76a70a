import type { InboxItem } from '../../../model/hub-api/inbox.ts';
import { exactDay } from '../../kit/relative-day.ts';
import type { DeskTexts } from '../../kit/texts/desk-texts.ts';

interface StatusTextProps {
  item: InboxItem;
  texts: DeskTexts;
  locale: string;
}

/** The state of an item with what belongs to it: the reason, the day, the person. */
export function StatusText({ item: { status, assigneeName }, texts, locale }: StatusTextProps) {
  const { state, reason, snoozedUntil } = status;
  const { inbox } = texts;
  return (
    <>
      <span class={`state state-${state}`}>
        {inbox.itemStates[state]}
        {reason && `: ${inbox.closeReasons[reason]}`}
        {snoozedUntil && ` ${inbox.until(exactDay(snoozedUntil, locale))}`}
      </span>
      {assigneeName && (
        <>
          {' · '}
          <bdi>{assigneeName}</bdi>
        </>
      )}
    </>
  );
}
