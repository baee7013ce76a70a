import { batch, computed, signal } from '@preact/signals';
import type { BacklogItem, BacklogPage } from '../../../model/hub-api/backlog-item.ts';
import type { ApiFailure, ApiResult } from '../../kit/api-result.ts';
import type { BacklogQuery, HubApi } from '../../kit/hub-api.ts';
import type { Route } from '../../shell/router.ts';
import { findArrivals, mergeItems, NO_ARRIVALS } from './arrivals.ts';

export type BacklogFilters = Pick<Route, 'choice' | 'app'>;

export interface BacklogDeps {
  hub: Pick<HubApi, 'backlog'>;
  filters: BacklogFilters;
  now: () => number;
  onSignedOut: (why: ApiFailure) => void;
}

const PAGE_SIZE = '50';
const POLL_SIZE = '100';

/** The backlog as one facilitator reads it. New items wait until the facilitator asks for them, so that nothing moves unasked. */
export class Backlog {
  /** Newest day first. */
  readonly items = signal<readonly BacklogItem[]>([]);
  readonly total = signal(0);
  /** Cursor of the items older than these. */
  readonly next = signal<string | null>(null);
  readonly loaded = signal(false);
  readonly busy = computed(() => this.#pendingPages.value > 0);
  readonly arrivals = signal(NO_ARRIVALS);
  /** Every app seen so far, for the filter. */
  readonly apps = signal<readonly string[]>([]);
  /** Why the hub refuses this list; a retry does not help. */
  readonly refusal = signal<ApiFailure | null>(null);
  /** Why the last request had no answer. */
  readonly outage = signal<ApiFailure | null>(null);
  /** When the hub last answered, in milliseconds since the epoch. */
  readonly answeredAt = signal<number | null>(null);

  readonly #deps: BacklogDeps;
  readonly #pendingPages = signal(0);
  #filters: BacklogFilters;
  #requests = new AbortController();
  /** What the hub released up to this moment is in the list. */
  #shownUpTo: string | undefined;
  /** What it released up to this moment is in the list or in the arrivals. */
  #foundUpTo: string | undefined;

  constructor(deps: BacklogDeps) {
    this.#deps = deps;
    this.#filters = deps.filters;
    this.apps.value = deps.filters.app ? [deps.filters.app] : [];
  }

  /** Starts over with other filters. Pending requests with the old filters are dropped. */
  filterBy(filters: BacklogFilters): Promise<void> {
    this.#requests.abort();
    this.#requests = new AbortController();
    this.#filters = filters;
    this.loaded.value = false;
    this.arrivals.value = NO_ARRIVALS;
    this.#pendingPages.value = 0;
    return this.#loadFirstPage();
  }

  /** Collects app names without the filters: a visit that starts with filters in its address would know only the filtered app. */
  async loadApps(): Promise<void> {
    const result = await this.#deps.hub.backlog({ limit: POLL_SIZE });
    this.#noteAnswer(result);
    if (result.ok) this.#addApps(result.value.items);
  }

  /** Asks the hub once; false if it did not answer. */
  async poll(): Promise<boolean> {
    if (this.refusal.value) return true;
    await (this.loaded.value ? this.#pollArrivals() : this.#loadFirstPage());
    return this.outage.value === null;
  }

  async loadOlder(): Promise<void> {
    const before = this.next.value;
    if (this.busy.value || before === null) return;
    await this.#loadPage({ before, limit: PAGE_SIZE }, (page) => {
      this.items.value = mergeItems(this.items.value, page.items);
      this.next.value = page.next;
    });
  }

  /** Shows the items that arrived. Returns the first of them in the list. */
  async showArrivals(): Promise<BacklogItem | undefined> {
    const { fresh, changed, hasGap } = this.arrivals.value;
    if (hasGap) await this.#loadFirstPage();
    else batch(() => this.#mergeArrivals());
    return fresh[0] ?? changed[0];
  }

  async #loadFirstPage(): Promise<void> {
    this.refusal.value = null;
    await this.#loadPage({ limit: PAGE_SIZE }, (page) => {
      this.items.value = mergeItems([], page.items);
      this.total.value = page.total ?? page.items.length;
      this.next.value = page.next;
      this.arrivals.value = NO_ARRIVALS;
      this.#shownUpTo = page.released;
      this.#foundUpTo = page.released;
      this.loaded.value = true;
    });
  }

  #pollArrivals(): Promise<void> {
    return this.#request({ after: this.#shownUpTo, limit: POLL_SIZE }, (page) => {
      this.arrivals.value = findArrivals(page, { items: this.items.value, hasOlder: this.next.value !== null });
      this.#foundUpTo = page.released;
      if (this.items.value.length === 0) this.#mergeArrivals();
    });
  }

  #mergeArrivals(): void {
    const { fresh, changed } = this.arrivals.value;
    this.items.value = mergeItems(this.items.value, [...fresh, ...changed]);
    this.total.value += fresh.length;
    this.#shownUpTo = this.#foundUpTo;
    this.arrivals.value = NO_ARRIVALS;
  }

  async #request(query: BacklogQuery, apply: (page: BacklogPage) => void): Promise<void> {
    const { signal: lifetime } = this.#requests;
    const result = await this.#deps.hub.backlog({ ...this.#filters, ...query }, lifetime);
    if (lifetime.aborted) return;
    batch(() => {
      this.#applyResult(result);
      if (result.ok) apply(result.value);
    });
  }

  /** Requests a page that the facilitator is waiting for. */
  async #loadPage(query: BacklogQuery, apply: (page: BacklogPage) => void): Promise<void> {
    const { signal: lifetime } = this.#requests;
    this.#pendingPages.value += 1;
    await this.#request(query, apply);
    if (!lifetime.aborted) this.#pendingPages.value -= 1;
  }

  #applyResult(result: ApiResult<BacklogPage>): void {
    this.#noteAnswer(result);
    this.outage.value = isOutage(result) ? result.why : null;
    // Items of the old filters would be wrong under the new ones.
    if (!result.ok && !this.loaded.value) this.items.value = [];
    if (result.ok) this.#addApps(result.value.items);
    else if (result.why.kind === 'signed-out') this.#deps.onSignedOut(result.why);
    else if (result.why.kind === 'refused') this.refusal.value = result.why;
  }

  /** A refusal is an answer; an outage is none. */
  #noteAnswer(result: ApiResult<BacklogPage>): void {
    if (!isOutage(result)) this.answeredAt.value = this.#deps.now();
  }

  #addApps(items: readonly BacklogItem[]): void {
    const apps = new Set([...this.apps.value, ...items.map(({ app }) => app)]);
    if (apps.size > this.apps.value.length) this.apps.value = [...apps].sort();
  }
}

const isOutage = (result: ApiResult<BacklogPage>): result is { ok: false; why: ApiFailure } =>
  !result.ok && result.why.kind === 'unavailable';
