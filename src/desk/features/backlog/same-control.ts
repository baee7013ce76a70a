import type { BacklogItem } from '../../../model/hub-api/backlog-item.ts';

/** The other feedback about the same control of the same app. A control without a name cannot be told from its neighbours. */
export function othersAboutControl(item: BacklogItem, items: readonly BacklogItem[]): BacklogItem[] {
  const { control, app, id } = item;
  if (control?.name === undefined) return [];
  return items.filter(
    (other) =>
      other.id !== id && other.app === app && other.control?.role === control.role && other.control.name === control.name,
  );
}
