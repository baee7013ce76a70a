import { useSignal } from '@preact/signals';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { RouteLink } from '../../shell/route-link.tsx';
import type { SavedViews } from './saved-views.ts';

/** The views that were saved in this browser, and a way to save what is shown. */
export function SavedViewsBar({ views, router, texts }: Pick<DeskDeps, 'router' | 'texts'> & { views: SavedViews }) {
  const { item: _, ...here } = router.route.value;
  const name = useSignal<string | null>(null);
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (name.value?.trim()) views.save({ name: name.value.trim(), route: { ...here, view: 'inbox' } });
    name.value = null;
  };
  return (
    <div class="views">
      {views.views.value.length > 0 && (
        <ul aria-label={texts.inbox.views}>
          {views.views.value.map((view) => (
            <li key={view.name}>
              <RouteLink to={view.route} router={router}>
                <bdi>{view.name}</bdi>
              </RouteLink>
              <button
                type="button"
                class="button-plain"
                aria-label={texts.inbox.removeView(view.name)}
                onClick={() => views.remove(view.name)}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      {name.value === null ? (
        <button
          type="button"
          class="button"
          onClick={() => {
            name.value = '';
          }}
        >
          {texts.inbox.saveView}
        </button>
      ) : (
        <form class="view-form" onSubmit={save}>
          <input
            aria-label={texts.inbox.saveViewAs}
            placeholder={texts.inbox.saveViewAs}
            maxLength={60}
            ref={(input) => input?.focus()}
            onInput={({ currentTarget }) => {
              name.value = currentTarget.value;
            }}
          />
          <button type="submit" class="button">
            {texts.inbox.save}
          </button>
          <button
            type="button"
            class="button"
            onClick={() => {
              name.value = null;
            }}
          >
            {texts.inbox.cancel}
          </button>
        </form>
      )}
    </div>
  );
}
