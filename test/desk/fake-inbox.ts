import { applyAction } from '../../src/hub/inbox/apply-action.ts';
import type { InboxItem, InboxPage } from '../../src/model/hub-api/inbox.ts';
import type { InboxChange, InboxChangeReply, InboxChanges } from '../../src/model/hub-api/inbox-changes.ts';
import type { InboxItemStatus } from '../../src/model/hub-api/inbox-status.ts';

export const ME = '00000000-0000-4000-8000-00000000000a';
export const OTHER = '00000000-0000-4000-8000-00000000000b';

type Result = InboxChangeReply['results'][number];

const statusOf = ({ id, revision, status, assigneeName, changedBy, changedAt }: InboxItem): InboxItemStatus => ({
  ...{ id, revision, status, assigneeName, changedBy, changedAt },
});

/** What the hub does with items of the inbox, in memory. */
export class FakeInbox {
  readonly people = [
    { id: ME, name: 'Fadwa Haddad' },
    { id: OTHER, name: 'Ada Lovelace' },
  ];
  readonly #items: () => InboxItem[];
  /** The ids of changed items, in the order of their changes. */
  readonly #changed: string[] = [];
  /** The ids of the items at each moment that was given as `released`. */
  readonly #lists = new Map<string, Set<string>>();

  constructor(items: () => InboxItem[]) {
    this.#items = items;
  }

  list({ state = 'new,open,planned', limit = '50', before = '0' }: Record<string, string>): InboxPage {
    const states = state.split(',');
    const fits = this.#items()
      .filter((item) => states.includes(item.status.state))
      .sort((one, other) => other.priority.score - one.priority.score);
    const [from, to] = [Number(before), Number(before) + Number(limit)];
    const released = new Date(this.#lists.size * 1000).toISOString();
    this.#lists.set(released, this.#words());
    return {
      items: fits.slice(from, to),
      next: to < fits.length ? String(to) : null,
      counts: null,
      people: this.people,
      me: ME,
      since: this.#changed.length,
      released,
    };
  }

  changesSince({ since = '0', after = '' }: Record<string, string>): InboxChanges {
    const ids = new Set(this.#changed.slice(Number(since)));
    const known = this.#lists.get(after) ?? new Set();
    return {
      changed: this.#items()
        .filter(({ id }) => ids.has(id))
        .map(statusOf),
      gone: [...ids].filter((id) => !this.#items().some((item) => item.id === id)),
      hasNew: [...this.#words()].some((one) => !known.has(one)),
      since: this.#changed.length,
      released: after,
    };
  }

  change(changes: InboxChange[], by = 'Fadwa Haddad'): InboxChangeReply {
    return { results: changes.map((change) => this.#apply(change, by)) };
  }

  /** What another facilitator does with an item. */
  changeByOther(item: InboxItem, action: InboxChange['action']): void {
    const { revision } = this.#items().find(({ id }) => id === item.id)!;
    this.change([{ id: item.id, revision, action }], 'Ada Lovelace');
  }

  /** Somebody erased their feedback. */
  erase(item: InboxItem): void {
    this.#items().splice(this.#items().indexOf(item), 1);
    this.#changed.push(item.id);
  }

  #apply({ id, revision, action }: InboxChange, by: string): Result {
    const item = this.#items().find((one) => one.id === id);
    if (!item) return { ok: false, id, why: 'unknown-item', detail: 'The item is gone.', present: null };
    const present = statusOf(item);
    if (item.revision !== revision)
      return { ok: false, id, why: 'changed-meanwhile', detail: `${item.changedBy} changed it first.`, present };
    const applied = applyAction(item.status, action, new Date().toISOString().slice(0, 10));
    if (!applied.ok) return { ok: false, id, why: applied.why, detail: `It is refused: ${applied.why}.`, present };
    const undo: InboxChange = { id, revision: revision + 1, action: { do: 'restore', status: item.status } };
    const assigneeName = this.people.find((one) => one.id === applied.status.assignee)?.name ?? null;
    Object.assign(item, { status: applied.status, assigneeName, revision: revision + 1 });
    Object.assign(item, { changedBy: by, changedAt: new Date().toISOString() });
    this.#changed.push(id);
    this.#regroup(item, present);
    return { ok: true, ...statusOf(item), undo };
  }

  /** An item that is merged is a member of the row of its target. */
  #regroup({ id, revision, status }: InboxItem, before: InboxItemStatus): void {
    const rowOf = (target: string | null) => this.#items().find((one) => one.id === target);
    const [from, to] = [rowOf(before.status.mergedInto), rowOf(status.mergedInto)];
    if (from) from.members = from.members.filter((member) => member.id !== id);
    if (to) to.members = [...to.members, { id, revision, by: 'person' }];
  }

  /** Items with their words: what is new when one of them changes. */
  #words(): Set<string> {
    return new Set(this.#items().map(({ id, words }) => `${id} ${words}`));
  }
}
