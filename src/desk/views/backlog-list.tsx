import { useSignal } from '@preact/signals';
import type { BacklogItem } from '../../model/backlog.ts';
import type { Whereabouts } from '../place.ts';
import { stepThrough } from '../step-through.ts';
import { BacklogRow } from './backlog-row.tsx';

interface BacklogListProps {
  items: readonly BacklogItem[];
  place: Whereabouts;
  now: number;
  locale: string;
}

/** Newest first. One stop of the Tab key, at the row that had the focus last: arrows, Home and End move within it. */
export function BacklogList({ items, place, now, locale }: BacklogListProps) {
  const last = useSignal<string | undefined>(undefined);
  const stop = [last.value, place.here.value.item].find((id) => items.some((item) => item.id === id)) ?? items[0]?.id;
  return (
    <ul class="rows" aria-label="Feedback, newest first" onKeyDown={stepThrough}>
      {items.map((item) => (
        <BacklogRow
          key={item.id}
          item={item}
          place={place}
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
