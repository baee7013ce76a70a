import type { InboxItem } from '../../../model/hub-api/inbox.ts';
import { ChoiceIcon } from '../../kit/choice-icon.tsx';
import { LineIcon } from '../../kit/line-icon.tsx';

const PAGE_WITH_LINE = 'M6 3h8l4 4v14H6zM13 3v5h5M9 14h6';

/** The icon of the choice that somebody pressed; a page with a line through it for a page issue. */
export const ItemIcon = ({ item }: { item: Pick<InboxItem, 'choice'> }) =>
  item.choice ? <ChoiceIcon choice={item.choice} /> : <LineIcon class="choice-icon" shape={PAGE_WITH_LINE} />;
