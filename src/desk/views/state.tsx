import type { BacklogItem } from '../../model/backlog.ts';

const words: Record<BacklogItem['state'], string> = { new: 'New', planned: 'Planned', done: 'Done' };

/** How far the feedback has come. */
export function State({ state }: { state: BacklogItem['state'] }) {
  return <span class={`state state-${state}`}>{words[state]}</span>;
}
