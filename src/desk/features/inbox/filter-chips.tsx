import { CHOICE_LABELS, isChoice } from '../../kit/choice-labels.ts';
import type { DeskTexts } from '../../kit/texts/desk-texts.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { RouteLink } from '../../shell/route-link.tsx';
import { type Facet, NOBODY } from './inbox-filter.ts';
import { hasFilter, toggleValue, withoutFilters } from './route-filter.ts';
import type { ShownInbox } from './use-inbox.ts';

interface FilterChipsProps extends Pick<DeskDeps, 'router' | 'texts'> {
  inbox: ShownInbox;
}

/** The values by which the list can be filtered, each with how many items have it. A facet with one value filters nothing. */
export function FilterChips({ inbox, router, texts }: FilterChipsProps) {
  const here = router.route.value;
  const filter = inbox.filter.value;
  const titleOf = titles(inbox, texts);
  return (
    <div class="chip-line">
      {inbox.counts.value
        .filter(({ facet, counts }) => counts.length > 1 || filter.values[facet].length > 0)
        .map(({ facet, counts }) => (
          <fieldset key={facet} class="chips">
            <legend class="unseen">{texts.inbox.facets[facet]}</legend>
            {counts.map(([value, count]) => (
              <button
                key={value}
                type="button"
                class="chip"
                aria-pressed={filter.values[facet].includes(value)}
                onClick={() => router.navigate({ ...toggleValue(here, facet, value), view: 'inbox' }, { replace: true })}
              >
                <bdi>{titleOf(facet, value)}</bdi> <span class="quiet">{count}</span>
              </button>
            ))}
          </fieldset>
        ))}
      {hasFilter(here) && (
        <RouteLink class="filters-clear" to={withoutFilters(here)} router={router} replace>
          {texts.inbox.clearFilters}
        </RouteLink>
      )}
    </div>
  );
}

function titles({ feed }: ShownInbox, { inbox }: DeskTexts): (facet: Facet, value: string) => string {
  const people = new Map(feed.people.value.map(({ id, name }) => [id, id === feed.me.value ? inbox.me(name) : name]));
  return (facet, value) => {
    if (facet === 'choice' && isChoice(value)) return CHOICE_LABELS[value];
    if (facet === 'kind') return inbox.kinds[value as keyof typeof inbox.kinds] ?? value;
    if (facet === 'assignee') return value === NOBODY ? inbox.nobody : (people.get(value) ?? value);
    return value;
  };
}
