import type { Choice } from '../../model/entry.ts';
import { allChoices, choiceWords, isChoice } from '../choice-words.ts';
import type { Whereabouts } from '../place.ts';
import { PlaceLink } from './place-link.tsx';

interface FiltersProps {
  place: Whereabouts;
  apps: readonly string[];
}

/** Which feedback to show. The address follows. */
export function Filters({ place, apps }: FiltersProps) {
  const { choice, app } = place.here.value;
  const choose = (wanted: { choice?: Choice; app?: string }) => place.go({ choice, app, ...wanted }, { replace: true });
  return (
    <search class="filters">
      <label class="field">
        <span>What it says</span>
        <select
          value={choice ?? ''}
          onChange={({ currentTarget: { value } }) => choose({ choice: isChoice(value) ? value : undefined })}
        >
          <option value="">Anything</option>
          {allChoices.map((each) => (
            <option key={each} value={each}>
              {choiceWords[each]}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>App</span>
        <select value={app ?? ''} onChange={({ currentTarget: { value } }) => choose({ app: value || undefined })}>
          <option value="">All apps</option>
          {apps.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </label>
      {(choice || app) && (
        <PlaceLink class="filters-clear" to={{}} place={place} replace>
          Clear filters
        </PlaceLink>
      )}
    </search>
  );
}
