import { batch, type Signal, signal } from '@preact/signals';
import type { InboxItem, InboxPage } from '../../../model/hub-api/inbox.ts';
import type { InboxChanges } from '../../../model/hub-api/inbox-changes.ts';
import type { InboxStatus } from '../../../model/hub-api/inbox-status.ts';
import type { ApiFailure, ApiResult } from '../../kit/api-result.ts';
import type { InboxApi } from '../../kit/inbox-api.ts';
import { changesRows, type InboxRows, rowsOf, withStatuses } from './inbox-rows.ts';

export interface InboxFeedDeps {
  api: Pick<InboxApi, 'list' | 'changes'>;
  states: readonly InboxStatus['state'][];
  now: () => number;
  onSignedOut: (why: ApiFailure) => void;
}

const PAGE_SIZE = 100;
/** So many rows are loaded without being asked for. */
const LOADED_AT_ONCE = 1_000;

/** The rows that the hub has, and what others change of them meanwhile. */
export class InboxFeed {
  readonly rows: Signal<InboxRows> = signal<InboxRows>(new Map());
  readonly people = signal<InboxPage['people']>([]);
  readonly me = signal<string | null>(null);
  readonly loaded = signal(false);
  readonly busy = signal(false);
  /** Cursor of what is not loaded. */
  readonly next = signal<string | null>(null);
  /** Items or comments were released that are not shown yet. */
  readonly hasNew = signal(false);
  /** Why the hub refuses this list; a retry does not help. */
  readonly refusal = signal<ApiFailure | null>(null);
  /** Why the last request had no answer. */
  readonly outage = signal<ApiFailure | null>(null);
  readonly answeredAt = signal<number | null>(null);

  readonly #deps: InboxFeedDeps;
  #states: readonly InboxStatus['state'][];
  #requests = new AbortController();
  #known: Pick<InboxPage, 'since' | 'released'> | null = null;

  constructor(deps: InboxFeedDeps) {
    this.#deps = deps;
    this.#states = deps.states;
  }

  /** Starts over with items in other states. */
  showStates(states: readonly InboxStatus['state'][]): Promise<void> {
    this.#states = states;
    batch(() => {
      this.loaded.value = false;
      this.rows.value = new Map();
      this.refusal.value = null;
    });
    return this.reload();
  }

  /** Asks the hub once; false if it did not answer. */
  async poll(): Promise<boolean> {
    if (this.refusal.value) return true;
    if (!this.loaded.value) await this.reload();
    else if (!this.busy.value) await this.#pollChanges();
    return this.outage.value === null;
  }

  /** Loads the rows again, as many as were there. */
  async reload(): Promise<void> {
    const wanted = Math.max(LOADED_AT_ONCE, this.rows.value.size);
    this.#requests.abort();
    this.#requests = new AbortController();
    const items: InboxItem[] = [];
    await this.#loadPages({ before: undefined, items, wanted });
  }

  async loadMore(): Promise<void> {
    const before = this.next.value;
    if (before === null || this.busy.value) return;
    const items = [...this.rows.value.values()];
    await this.#loadPages({ before, items, wanted: items.length + LOADED_AT_ONCE });
  }

  /** Loads pages until there are as many rows as wanted. What was shown stays until all of them are there. */
  async #loadPages({ before, items, wanted }: { before: string | undefined; items: InboxItem[]; wanted: number }): Promise<void> {
    const { signal: lifetime } = this.#requests;
    this.busy.value = true;
    let cursor = before;
    do {
      const result = await this.#deps.api.list({ states: this.#states, limit: PAGE_SIZE, before: cursor }, lifetime);
      if (lifetime.aborted) return;
      if (!this.#noteAnswer(result)) break;
      if (cursor === undefined) this.#known = result.value;
      items.push(...result.value.items);
      this.#showPage(items, result.value, wanted);
      cursor = result.value.next ?? undefined;
    } while (cursor !== undefined && items.length < wanted);
    this.busy.value = false;
  }

  #showPage(items: readonly InboxItem[], page: InboxPage, wanted: number): void {
    const isLast = page.next === null || items.length >= wanted;
    if (this.loaded.value && !isLast && items.length < this.rows.value.size) return;
    batch(() => {
      this.rows.value = rowsOf(items);
      this.people.value = page.people;
      this.me.value = page.me;
      this.next.value = page.next;
      this.hasNew.value = false;
      this.loaded.value = true;
    });
  }

  async #pollChanges(): Promise<void> {
    const { signal: lifetime } = this.#requests;
    const result = await this.#deps.api.changes(this.#known!, lifetime);
    if (lifetime.aborted || !this.#noteAnswer(result)) return;
    await this.#applyChanges(result.value);
  }

  async #applyChanges({ changed, gone, hasNew, since }: InboxChanges): Promise<void> {
    const mustReload = changesRows(this.rows.value, changed) || (hasNew && this.rows.value.size === 0);
    this.#known = { ...this.#known!, since };
    batch(() => {
      const rows = new Map(withStatuses(this.rows.value, changed));
      for (const id of gone) rows.delete(id);
      if (changed.length + gone.length > 0) this.rows.value = rows;
      this.hasNew.value = hasNew;
    });
    if (mustReload) await this.reload();
  }

  #noteAnswer<T>(result: ApiResult<T>): result is { ok: true; value: T } {
    const isOutage = !result.ok && result.why.kind === 'unavailable';
    batch(() => {
      this.outage.value = isOutage ? result.why : null;
      if (!isOutage) this.answeredAt.value = this.#deps.now();
      if (!result.ok && result.why.kind === 'refused') this.refusal.value = result.why;
    });
    if (!result.ok && result.why.kind === 'signed-out') this.#deps.onSignedOut(result.why);
    return result.ok;
  }
}
