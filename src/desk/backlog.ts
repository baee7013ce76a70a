import { batch, computed, signal } from '@preact/signals';
import type { BacklogItem, BacklogPage } from '../model/backlog.ts';
import type { Answer, Trouble } from './answer.ts';
import { arrivalsIn, lookAfter, merged, noArrivals } from './arrivals.ts';
import type { BacklogQuery, Hub } from './hub.ts';
import type { Place } from './place.ts';

export type Filters = Pick<Place, 'choice' | 'app'>;

export interface BacklogNeeds {
  hub: Pick<Hub, 'backlog'>;
  filters: Filters;
  now: () => number;
  onSignedOut: (why: Trouble) => void;
}

const pageSize = '50';
const lookSize = '100';

/** The backlog as one facilitator is reading it: what stands on the screen moves only when they ask for it. */
export class Backlog {
  /** Newest first. */
  readonly items = signal<readonly BacklogItem[]>([]);
  readonly total = signal(0);
  /** Cursor of what is older than the items. */
  readonly next = signal<string | null>(null);
  readonly loaded = signal(false);
  readonly busy = computed(() => this.#pages.value > 0);
  readonly arrivals = signal(noArrivals);
  /** Every app met so far, for the filter. */
  readonly apps = signal<readonly string[]>([]);
  /** Why the hub will not give this list; trying again does not help. */
  readonly refusal = signal<Trouble | null>(null);
  /** Why the last question went without an answer. */
  readonly silence = signal<Trouble | null>(null);
  /** When the hub last answered, in milliseconds since the epoch. */
  readonly answeredAt = signal<number | null>(null);

  readonly #needs: BacklogNeeds;
  readonly #pages = signal(0);
  #filters: Filters;
  #asking = new AbortController();

  constructor(needs: BacklogNeeds) {
    this.#needs = needs;
    this.#filters = needs.filters;
    this.apps.value = needs.filters.app ? [needs.filters.app] : [];
  }

  /** Starts over with other filters; what was being asked with the old ones is dropped. */
  filterBy(filters: Filters): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    this.#filters = filters;
    this.loaded.value = false;
    this.arrivals.value = noArrivals;
    this.#pages.value = 0;
    return this.#start();
  }

  /** A first visit with filters in its address has met only what they let through: look past them once. */
  async meetApps(): Promise<void> {
    const said = await this.#needs.hub.backlog({ limit: lookSize });
    // What other filters let through would be untrue under these.
    if (!said.ok && !this.loaded.value) this.items.value = [];
    if (!this.silence.value) this.answeredAt.value = this.#needs.now();
    if (said.ok) this.#meet(said.value.items);
  }

  /** One look at the hub; false where it did not answer. */
  async look(): Promise<boolean> {
    if (this.refusal.value) return true;
    await (this.loaded.value ? this.#lookForArrivals() : this.#start());
    return this.silence.value === null;
  }

  async older(): Promise<void> {
    const before = this.next.value;
    if (this.busy.value || before === null) return;
    await this.#turn({ before, limit: pageSize }, (page) => {
      this.items.value = merged(this.items.value, page.items);
      this.next.value = page.next;
    });
  }

  /** Shows what arrived. Gives the newest of it. */
  async show(): Promise<BacklogItem | undefined> {
    const { fresh, changed, gap } = this.arrivals.value;
    if (gap) await this.#start();
    else batch(() => this.#takeIn());
    return fresh[0] ?? changed[0];
  }

  async #start(): Promise<void> {
    this.refusal.value = null;
    await this.#turn({ limit: pageSize }, (page) => {
      this.items.value = merged([], page.items);
      this.total.value = page.total;
      this.next.value = page.next;
      this.arrivals.value = noArrivals;
      this.loaded.value = true;
    });
  }

  #lookForArrivals(): Promise<void> {
    return this.#ask({ after: String(lookAfter(this.items.value)), limit: lookSize }, (page) => {
      this.arrivals.value = arrivalsIn(page, { items: this.items.value, more: this.next.value !== null });
      this.total.value = page.total;
      if (this.items.value.length === 0) this.#takeIn();
    });
  }

  #takeIn(): void {
    const { fresh, changed } = this.arrivals.value;
    this.items.value = merged(this.items.value, [...fresh, ...changed]);
    this.arrivals.value = noArrivals;
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

  #hear(said: Answer<BacklogPage>): void {
    this.silence.value = !said.ok && said.why.kind === 'silent' ? said.why : null;
    // What other filters let through would be untrue under these.
    if (!said.ok && !this.loaded.value) this.items.value = [];
    if (!this.silence.value) this.answeredAt.value = this.#needs.now();
    if (said.ok) this.#meet(said.value.items);
    else if (said.why.kind === 'signed-out') this.#needs.onSignedOut(said.why);
    else if (said.why.kind === 'refused') this.refusal.value = said.why;
  }

  #meet(items: readonly BacklogItem[]): void {
    const met = new Set([...this.apps.value, ...items.map(({ app }) => app)]);
    if (met.size > this.apps.value.length) this.apps.value = [...met].sort();
  }
}
