import type { BacklogItem } from '../../model/backlog.ts';
import { choiceWords } from '../choice-words.ts';
import type { Whereabouts } from '../place.ts';
import { ChoiceIcon } from './choice-icon.tsx';
import { ControlName } from './control-name.tsx';
import { PlaceLink } from './place-link.tsx';
import { State } from './state.tsx';
import { When } from './when.tsx';

interface BacklogRowProps {
  item: BacklogItem;
  place: Whereabouts;
  now: number;
  locale: string;
  /** Whether the Tab key stops here. */
  stop: boolean;
  onFocus: () => void;
}

export const rowId = (item: string) => `row-${item}`;

/** One piece of feedback in the list. */
export function BacklogRow({ item, place, now, locale, stop, onFocus }: BacklogRowProps) {
  const { choice, app, item: open } = place.here.value;
  return (
    <li>
      <PlaceLink
        id={rowId(item.id)}
        class="row"
        to={{ choice, app, item: item.id }}
        place={place}
        replace={open !== undefined}
        tabIndex={stop ? 0 : -1}
        onFocus={onFocus}
        current={item.id === open}
      >
        <ChoiceIcon choice={item.choice} />
        <span class="row-choice">{choiceWords[item.choice]}</span>
        <span class="row-when">
          <When at={item.at} now={now} locale={locale} />
        </span>
        <span class="row-about">
          <ControlName control={item.control} /> in <bdi>{item.app}</bdi>
        </span>
        <span class="row-state">
          <State state={item.state} />
        </span>
        {item.words && (
          <span class="row-words">
            <bdi>{item.words}</bdi>
          </span>
        )}
      </PlaceLink>
    </li>
  );
}
