import { useEffect, useRef } from 'preact/hooks';
import type { InboxItem } from '../../../model/hub-api/inbox.ts';
import { DayAgo } from '../../kit/day-ago.tsx';
import { exactDay } from '../../kit/relative-day.ts';
import type { DeskCommand } from '../../shell/commands/desk-command.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { RouteLink } from '../../shell/route-link.tsx';
import { CommandBar } from './command-bar.tsx';
import { InboxFacts } from './inbox-facts.tsx';
import { ItemIcon } from './item-icon.tsx';
import { kindText } from './lead-text.ts';
import { priorityText, scoreText } from './priority-text.ts';

interface InboxDetailProps extends Pick<DeskDeps, 'router' | 'clock' | 'locale' | 'texts'> {
  item: InboxItem | undefined;
  /** What can be done with it. */
  itemCommands: readonly DeskCommand[];
  /** It is read beside the list, which has the focus. */
  isPeeking: boolean;
}

/** The open item. Its heading takes the focus. */
export function InboxDetail({ item, itemCommands, isPeeking, ...desk }: InboxDetailProps) {
  const { router, texts } = desk;
  const { item: open, ...here } = router.route.value;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isPeeking) heading.current?.focus();
  }, [item?.id, isPeeking]);
  return (
    <section class="detail" aria-label={texts.inbox.openItem}>
      {open && (
        <RouteLink class="detail-back" to={here} router={router}>
          {texts.inbox.back}
        </RouteLink>
      )}
      {item ? (
        <article aria-labelledby="detail-title">
          <h2 id="detail-title" class="detail-title" ref={heading} tabIndex={-1}>
            <ItemIcon item={item} />
            {kindText(item, texts)}
          </h2>
          <DetailBody item={item} {...desk} />
          <CommandBar commands={itemCommands} />
        </article>
      ) : (
        <p class="quiet detail-hint">{open === undefined ? texts.inbox.hint : texts.inbox.notThere}</p>
      )}
    </section>
  );
}

function DetailBody({ item, clock, locale, texts }: Pick<DeskDeps, 'clock' | 'locale' | 'texts'> & { item: InboxItem }) {
  return (
    <>
      <p class="quiet detail-when">
        <DayAgo day={item.at} now={clock.value} locale={locale} /> · {exactDay(item.at, locale)}
      </p>
      {item.words ? (
        <blockquote class="words" dir="auto">
          {item.words}
        </blockquote>
      ) : (
        item.kind === 'feedback' && <p class="quiet">{texts.inbox.noWords}</p>
      )}
      {item.members.length > 0 && <p>{texts.inbox.moreLikeIt(item.members.length)}</p>}
      <InboxFacts item={item} texts={texts} locale={locale} />
      <section class="why">
        <h3>{texts.inbox.why}</h3>
        <p>{priorityText(item, texts)}</p>
        <p class="quiet">{scoreText(item, { texts, locale })}</p>
      </section>
    </>
  );
}
