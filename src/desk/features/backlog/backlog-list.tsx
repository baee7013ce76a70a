import { useSignal } from '@preact/signals';
import type { BacklogItem } from '../../../model/hub-api/backlog-item.ts';
import { moveRowFocus } from '../../kit/row-focus.ts';
import type { Router } from '../../shell/router.ts';
import { BacklogRow } from './backlog-row.tsx';

interface BacklogListProps {
  items: readonly BacklogItem[];
  router: Router;
  now: number;
  locale: string;
}

/** Newest day first. The list is one Tab stop, at the row that had the focus last; arrow keys, Home and End move within it. */
export function BacklogList({ items, router, now, locale }: BacklogListProps) {
  const last = useSignal<string | undefined>(undefined);
  const stop = [last.value, router.route.value.item].find((id) => items.some((item) => item.id === id)) ?? items[0]?.id;
  return (
    <ul class="rows" aria-label="Feedback, newest first" onKeyDown={moveRowFocus}>
      {items.map((item) => (
        <BacklogRow
          key={item.id}
          item={item}
          router={router}
          now={now}
          locale={locale}
          stop={item.id === stop}
          onFocus={() => {
            last.value = item.id;
          }}
        />
      ))}
    </ul>
  );
}
