import type { InboxItem } from '../../../model/hub-api/inbox.ts';
import { exactDay } from '../../kit/relative-day.ts';
import type { DeskTexts } from '../../kit/texts/desk-texts.ts';
import type { Route } from '../../shell/router.ts';
import { kindText } from './lead-text.ts';
import { groupingOf } from './route-filter.ts';

interface GroupContext {
  /** The first item of the group. */
  item: InboxItem;
  route: Route;
  texts: DeskTexts;
  locale: string;
}

/** What a group is called, with how many items it has. */
export function groupTitle({ count }: { count: number }, { item, route, texts, locale }: GroupContext): string {
  const { inbox } = texts;
  const title = {
    none: '',
    control: item.control?.name ?? inbox.noControl,
    app: item.app,
    choice: item.choice ? kindText(item, texts) : inbox.kinds[item.kind],
    day: exactDay(item.at, locale),
    assignee: item.assigneeName ?? inbox.nobody,
  }[groupingOf(route)];
  return `${title} · ${inbox.items(count)}`;
}
