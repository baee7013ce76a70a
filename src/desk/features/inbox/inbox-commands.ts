import type { InboxItem } from '../../../model/hub-api/inbox.ts';
import type { InboxAction } from '../../../model/hub-api/inbox-changes.ts';
import type { DeskCommand } from '../../shell/commands/desk-command.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import type { ChoosingAct } from './act-choices.ts';
import type { ShownInbox } from './use-inbox.ts';

interface ItemCommandsDeps extends Pick<DeskDeps, 'texts' | 'announcer'> {
  inbox: ShownInbox;
  /** The items to act upon: the selected ones, or else the open or active one. */
  targets: readonly InboxItem[];
  choose: (act: ChoosingAct) => void;
  /** Does something with the targets, and announces it. */
  act: (rows: readonly InboxItem[], action: InboxAction, done: (items: string) => string) => void;
}

/** What can be done with items of the inbox. */
export function itemCommands({ inbox, targets, choose, act, texts, announcer }: ItemCommandsDeps): DeskCommand[] {
  const { acts, done, nobody } = texts.inbox;
  const { feed } = inbox;
  const me = feed.me.value;
  const isAny = () => targets.length > 0;
  const [into, ...others] = targets;
  const split = (rows: readonly InboxItem[]) => {
    const groups = rows.filter(({ members }) => members.length > 0);
    if (groups.length > 0) act(groups, { do: 'split' }, done.split);
  };
  const choosing = (does: ChoosingAct, keys: string[]): DeskCommand => ({
    ...{ id: `item.${does}`, title: acts[does], group: 'item', keys, isEnabled: isAny, run: () => choose(does) },
  });
  const myName = feed.people.value.find(({ id }) => id === me)?.name ?? '';
  return [
    {
      ...{ id: 'item.assign-to-me', title: acts.assignToMe, group: 'item', keys: ['i'] },
      isEnabled: () => me !== null && targets.some(({ status }) => status.assignee !== me),
      run: () => act(targets, { do: 'assign', assignee: me }, (items) => done.assigned(items, myName)),
    },
    choosing('assign', ['a']),
    choosing('state', ['s']),
    choosing('snooze', ['h']),
    choosing('close', ['3']),
    {
      ...{ id: 'item.unassign', title: acts.unassign, group: 'item', keys: [] },
      isEnabled: () => targets.some(({ status }) => status.assignee !== null),
      run: () => act(targets, { do: 'assign', assignee: null }, (items) => done.assigned(items, nobody)),
    },
    {
      ...{ id: 'item.merge', title: acts.merge, group: 'item', keys: ['m'] },
      isEnabled: () => others.length > 0,
      run: () => into && act(others, { do: 'merge', into: into.id }, done.merged),
    },
    {
      ...{ id: 'item.split', title: acts.split, group: 'item', keys: ['Shift+M'] },
      isEnabled: () => isAny() && (inbox.acts.isPending || targets.some(({ members }) => members.length > 0)),
      // What was merged a moment ago is a group once the hub has answered.
      run: () => void inbox.acts.settled().then(() => split(targets.flatMap(({ id }) => feed.rows.value.get(id) ?? []))),
    },
    {
      ...{ id: 'item.undo', title: acts.undo, group: 'item', keys: ['z'] },
      isEnabled: () => inbox.acts.isPending || inbox.acts.undoable.value !== null,
      run: () => void inbox.acts.undo().then(() => announcer.announce(texts.inbox.undone)),
    },
  ];
}
