import type { InboxItem } from '../../../model/hub-api/inbox.ts';
import { ChoiceIcon } from '../../kit/choice-icon.tsx';

/** The icon of the choice that somebody pressed; a page with a line through it for a page issue. */
export function ItemIcon({ item }: { item: Pick<InboxItem, 'choice'> }) {
  if (item.choice) return <ChoiceIcon choice={item.choice} />;
  return (
    <svg class="choice-icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path
        d="M6 3h8l4 4v14H6zM13 3v5h5M9 14h6"
        fill="none"
        stroke="currentColor"
        stroke-width="1.75"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
