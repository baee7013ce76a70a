import { batch, computed, signal } from '@preact/signals';
import type { BacklogItem, BacklogPage } from '../../../model/hub-api/backlog-item.ts';
import type { ApiFailure, ApiResult } from '../../kit/api-result.ts';
import type { BacklogQuery, HubApi } from '../../kit/hub-api.ts';
import type { Route } from '../../shell/router.ts';
import { findArrivals, mergeItems, NO_ARRIVALS, pollCursor } from './arrivals.ts';

export type BacklogFilters = Pick<Route, 'choice' | 'app'>;

export interface BacklogDeps {
  hub: Pick<HubApi, 'backlog'>;
  filters: BacklogFilters;
  now: () => number;
  onSignedOut: (why: ApiFailure) => void;
}

const PAGE_SIZE = '50';
const POLL_SIZE = '100';

/** The backlog as one facilitator is reading it: what stands on the screen moves only when they ask for it. */
export class Backlog {
  /** Newest first. */
  readonly items = signal<readonly BacklogItem[]>([]);
  readonly total = signal(0);
  /** Cursor of what is older than the items. */
  readonly next = signal<string | null>(null);
  readonly loaded = signal(false);
  readonly busy = computed(() => this.#pages.value > 0);
  readonly arrivals = signal(NO_ARRIVALS);
  /** Every app met so far, for the filter. */
  readonly apps = signal<readonly string[]>([]);
  /** Why the hub will not give this list; trying again does not help. */
  readonly refusal = signal<ApiFailure | null>(null);
  /** Why the last question went without an answer. */
  readonly outage = signal<ApiFailure | null>(null);
  /** When the hub last answered, in milliseconds since the epoch. */
  readonly answeredAt = signal<number | null>(null);

  readonly #needs: BacklogDeps;
  readonly #pages = signal(0);
  #filters: BacklogFilters;
  #asking = new AbortController();

  constructor(needs: BacklogDeps) {
    this.#needs = needs;
    this.#filters = needs.filters;
    this.apps.value = needs.filters.app ? [needs.filters.app] : [];
  }

  /** Starts over with other filters; what was being asked with the old ones is dropped. */
  filterBy(filters: BacklogFilters): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    this.#filters = filters;
    this.loaded.value = false;
    this.arrivals.value = NO_ARRIVALS;
    this.#pages.value = 0;
    return this.#start();
  }

  /** A first visit with filters in its address has met only what they let through: look past them once. */
  async loadApps(): Promise<void> {
    const said = await this.#needs.hub.backlog({ limit: POLL_SIZE });
    // What other filters let through would be untrue under these.
    if (!said.ok && !this.loaded.value) this.items.value = [];
    if (!this.outage.value) this.answeredAt.value = this.#needs.now();
    if (said.ok) this.#meet(said.value.items);
  }

  /** One look at the hub; false where it did not answer. */
  async poll(): Promise<boolean> {
    if (this.refusal.value) return true;
    await (this.loaded.value ? this.#lookForArrivals() : this.#start());
    return this.outage.value === null;
  }

  async loadOlder(): Promise<void> {
    const before = this.next.value;
    if (this.busy.value || before === null) return;
    await this.#turn({ before, limit: PAGE_SIZE }, (page) => {
      this.items.value = mergeItems(this.items.value, page.items);
      this.next.value = page.next;
    });
  }

  /** Shows what arrived. Gives the newest of it. */
  async showArrivals(): Promise<BacklogItem | undefined> {
    const { fresh, changed, hasGap } = this.arrivals.value;
    if (hasGap) await this.#start();
    else batch(() => this.#takeIn());
    return fresh[0] ?? changed[0];
  }

  async #start(): Promise<void> {
    this.refusal.value = null;
    await this.#turn({ limit: PAGE_SIZE }, (page) => {
      this.items.value = mergeItems([], page.items);
      this.total.value = page.total;
      this.next.value = page.next;
      this.arrivals.value = NO_ARRIVALS;
      this.loaded.value = true;
    });
  }

  #lookForArrivals(): Promise<void> {
    return this.#ask({ after: String(pollCursor(this.items.value)), limit: POLL_SIZE }, (page) => {
      this.arrivals.value = findArrivals(page, { items: this.items.value, hasOlder: this.next.value !== null });
      this.total.value = page.total;
      if (this.items.value.length === 0) this.#takeIn();
    });
  }

  #takeIn(): void {
    const { fresh, changed } = this.arrivals.value;
    this.items.value = mergeItems(this.items.value, [...fresh, ...changed]);
    this.arrivals.value = NO_ARRIVALS;
  }

  async #ask(query: BacklogQuery, take: (page: BacklogPage) => void): Promise<void> {
    const { signal: until } = this.#asking;
    const said = await this.#needs.hub.backlog({ ...this.#filters, ...query }, until);
    if (until.aborted) return;
    batch(() => {
      this.#hear(said);
      if (said.ok) take(said.value);
    });
  }

  /** Asks for a page that the facilitator is waiting for. */
  async #turn(query: BacklogQuery, take: (page: BacklogPage) => void): Promise<void> {
    const { signal: until } = this.#asking;
    this.#pages.value += 1;
    await this.#ask(query, take);
    if (!until.aborted) this.#pages.value -= 1;
  }

  #hear(said: ApiResult<BacklogPage>): void {
    this.outage.value = !said.ok && said.why.kind === 'silent' ? said.why : null;
    // What other filters let through would be untrue under these.
    if (!said.ok && !this.loaded.value) this.items.value = [];
    if (!this.outage.value) this.answeredAt.value = this.#needs.now();
    if (said.ok) this.#meet(said.value.items);
    else if (said.why.kind === 'signed-out') this.#needs.onSignedOut(said.why);
    else if (said.why.kind === 'refused') this.refusal.value = said.why;
  }

  #meet(items: readonly BacklogItem[]): void {
    const met = new Set([...this.apps.value, ...items.map(({ app }) => app)]);
    if (met.size > this.apps.value.length) this.apps.value = [...met].sort();
  }
}
