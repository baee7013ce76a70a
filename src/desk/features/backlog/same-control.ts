import type { BacklogItem } from '../../../model/hub-api/backlog-item.ts';

/** The other items about the same control of the same app. None for a control without a name, which is not unique. */
export function othersAboutControl(item: BacklogItem, items: readonly BacklogItem[]): BacklogItem[] {
  const { control, app, id } = item;
  if (control?.name === undefined) return [];
  return items.filter(
    (other) =>
      other.id !== id && other.app === app && other.control?.role === control.role && other.control.name === control.name,
  );
}
