import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { InboxItem } from '../../../model/hub-api/inbox.ts';
import type { InboxAction } from '../../../model/hub-api/inbox-changes.ts';
import { useCommands } from '../../shell/commands/command-registry.ts';
import type { DeskCommand } from '../../shell/commands/desk-command.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import type { ActOption, ChoosingAct } from './act-choices.ts';
import { itemCommands } from './inbox-commands.ts';
import { listCommands } from './list-commands.ts';
import type { ShownInbox } from './use-inbox.ts';

export interface Triage {
  /** What can be done with the items that are selected, open or active. */
  commands: readonly DeskCommand[];
  /** An act that waits for a choice. */
  choosing: Signal<ChoosingAct | null>;
  choose: (option: ActOption) => void;
  isPeeking: Signal<boolean>;
  undo: () => void;
}

/** The keys of the inbox: moving, selecting, and what is done with items. */
export function useTriage(
  inbox: ShownInbox,
  { search, ...desk }: DeskDeps & { search: RefObject<HTMLInputElement | null> },
): Triage {
  const { router, texts, announcer, commands } = desk;
  const choosing = useSignal<ChoosingAct | null>(null);
  const isPeeking = useSignal(false);
  const { list } = inbox;
  const { item: open, ...here } = router.route.value;
  const targets = targetsOf(inbox, open);
  const openItem = (id: string | null, isPeek = false) => {
    if (id === null) return;
    isPeeking.value = isPeek;
    router.navigate({ ...here, view: 'inbox', item: id }, { replace: open !== undefined });
  };
  const act = (rows: readonly InboxItem[], action: InboxAction, done: (items: string) => string) => {
    const label = done(texts.inbox.items(rows.length));
    void inbox.acts.act(rows, action, label).then(() => {
      if (inbox.acts.undoable.value?.label === label) announcer.announce(label);
    });
  };
  const items = itemCommands({
    ...{ inbox, targets, act, texts, announcer },
    choose: (which) => {
      choosing.value = which;
    },
  });
  const moves = listCommands({
    ...{ list, texts },
    onMoved: () => open !== undefined && openItem(list.active.value, isPeeking.value),
    onPeek: () => openItem(list.active.value, true),
    onSearch: () => search.current?.focus(),
    onBack: () => {
      isPeeking.value = false;
      if (list.selection.value.ids.size > 0) list.select([]);
      else if (open !== undefined) router.navigate({ ...here, view: 'inbox' });
    },
  });
  useCommands(commands, [...items, ...moves]);
  useFollowing(inbox, { open, openItem });
  return {
    commands: items,
    choosing,
    choose: ({ action, done }) => act(targets, action, done),
    isPeeking,
    undo: () => items.find(({ id }) => id === 'item.undo')?.run(),
  };
}

/** The selected items in their order, or else the open or active one. */
function targetsOf({ list, feed }: ShownInbox, open: string | undefined): InboxItem[] {
  const selected = list.order.value.filter((id) => list.selection.value.ids.has(id));
  const ids = selected.length > 0 ? selected : [open ?? list.active.value ?? ''];
  return ids.flatMap((id) => feed.rows.value.get(id) ?? []);
}

interface FollowingDeps {
  open: string | undefined;
  openItem: (id: string | null, isPeek?: boolean) => void;
}

/** When the open item leaves the list, because it was closed for example, the one in its place opens; when it is left, its row has the focus. */
function useFollowing({ list }: ShownInbox, { open, openItem }: FollowingDeps): void {
  const before = useRef({ open, wasListed: false });
  const isListed = open !== undefined && list.order.value.includes(open);
  useEffect(() => {
    const { open: last, wasListed } = before.current;
    before.current = { open, wasListed: isListed };
    if (open !== undefined && open === last && wasListed && !isListed) openItem(list.active.value);
    if (open === undefined && last !== undefined && document.activeElement === document.body) list.focusRow(last);
    if (isListed && open !== last) list.noteFocus(open);
  }, [open, isListed]);
}
