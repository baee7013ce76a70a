import type { BacklogControl, BacklogItem } from '../../../model/hub-api/backlog-item.ts';

/**
 * The other items about the same control of the same app. None for a control without a name, which is not unique, unless its fingerprint
 * is published.
 */
export function othersAboutControl(item: BacklogItem, items: readonly BacklogItem[]): BacklogItem[] {
  const { control, app, id } = item;
  if (!control) return [];
  return items.filter(
    (other) => other.id !== id && other.app === app && other.control !== undefined && isSameControl(control, other.control),
  );
}

const isSameControl = (one: BacklogControl, other: BacklogControl): boolean =>
  (one.fingerprint !== undefined && one.fingerprint === other.fingerprint) ||
  (one.name !== undefined && one.role === other.role && one.name === other.name);
