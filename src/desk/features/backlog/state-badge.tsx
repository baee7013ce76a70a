import type { BacklogItem } from '../../../model/hub-api/backlog-item.ts';

const labels: Record<BacklogItem['state'], string> = { new: 'New', planned: 'Planned', done: 'Done' };

/** The state of a feedback item. */
export function StateBadge({ state }: { state: BacklogItem['state'] }) {
  return <span class={`state state-${state}`}>{labels[state]}</span>;
}
