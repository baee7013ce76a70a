import type { Choice } from '../../../model/entry/entry.ts';
import { CHOICE_LABELS, CHOICES, isChoice } from '../../kit/choice-labels.ts';
import { RouteLink } from '../../shell/route-link.tsx';
import type { Router } from '../../shell/router.ts';

interface FiltersProps {
  router: Router;
  apps: readonly string[];
}

/** The filters of the backlog. They are part of the route. */
export function Filters({ router, apps }: FiltersProps) {
  const { choice, app } = router.route.value;
  const choose = (wanted: { choice?: Choice; app?: string }) => router.navigate({ choice, app, ...wanted }, { replace: true });
  return (
    <search class="filters">
      <label class="field">
        <span>Kind of feedback</span>
        <select
          value={choice ?? ''}
          onChange={({ currentTarget: { value } }) => choose({ choice: isChoice(value) ? value : undefined })}
        >
          <option value="">All feedback</option>
          {CHOICES.map((each) => (
            <option key={each} value={each}>
              {CHOICE_LABELS[each]}
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
        <RouteLink class="filters-clear" to={{}} router={router} replace>
          Clear filters
        </RouteLink>
      )}
    </search>
  );
}
