import type { InboxItem } from '../../../model/hub-api/inbox.ts';
import type { InboxAction, InboxChange } from '../../../model/hub-api/inbox-changes.ts';

const changeOf = ({ id, revision }: { id: string; revision: number }, action: InboxAction): InboxChange => ({
  id,
  revision,
  action,
});

/** The changes that do one thing with rows. What the machine grouped has a state of its own, so it is named, too; what a person merged follows. */
export function planChanges(rows: readonly InboxItem[], action: InboxAction): InboxChange[] {
  if (action.do === 'split') return rows.flatMap(({ members }) => members.map((member) => changeOf(member, action)));
  return rows.flatMap((row) => [row, ...row.members.filter(({ by }) => by === 'machine')].map((one) => changeOf(one, action)));
}
