import { batch, signal } from '@preact/signals';
import type { InboxItem } from '../../../model/hub-api/inbox.ts';
import type { InboxAction, InboxChange, InboxChangeReply } from '../../../model/hub-api/inbox-changes.ts';
import type { InboxItemStatus } from '../../../model/hub-api/inbox-status.ts';
import type { ApiFailure } from '../../kit/api-result.ts';
import type { InboxApi } from '../../kit/inbox-api.ts';
import type { RejectedAct, RevertibleAct } from './done-acts.ts';
import { expectedStatus } from './expected-status.ts';
import type { InboxFeed } from './inbox-feed.ts';
import { withExpected, withStatuses } from './inbox-rows.ts';
import { planChanges } from './plan-changes.ts';
import type { UnsentActs } from './unsent-acts.ts';

export interface InboxActsDeps {
  api: Pick<InboxApi, 'change'>;
  feed: Pick<InboxFeed, 'rows' | 'people' | 'me' | 'reload'>;
  unsent: UnsentActs;
  now: () => number;
  onSignedOut: (why: ApiFailure) => void;
}

export const UNDO_MS = 10_000;
/** Changes that one request may have. */
const MAX_CHANGES = 200;

type Result = InboxChangeReply['results'][number];

/** What facilitators do with items: shown at once, sent one after the other, and shown as rejected where the hub did not take it. */
export class InboxActs {
  readonly undoable = signal<RevertibleAct | null>(null);
  readonly rejected = signal<readonly RejectedAct[]>([]);
  readonly #deps: InboxActsDeps;
  /** What the hub is known to have of rows with changes on their way: shown again if these are not made. */
  readonly #confirmed = new Map<string, Pick<InboxItem, 'status' | 'assigneeName'>>();
  #queue: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(deps: InboxActsDeps) {
    this.#deps = deps;
  }

  /** Does one thing with rows. Resolves once the hub has answered. */
  act(rows: readonly InboxItem[], action: InboxAction, label: string): Promise<void> {
    const ids = planChanges(rows, action).map(({ id }) => id);
    this.#expect(rows, action);
    return this.#enqueue(() => {
      const planned = planChanges(
        rows.map((row) => this.#deps.feed.rows.value.get(row.id) ?? row),
        action,
      );
      return { label, changes: planned.filter(({ id }) => ids.includes(id)), isUndo: false };
    });
  }

  /** Has the hub not yet answered to all that was done? */
  get isPending(): boolean {
    return this.#waiting > 0;
  }

  /** Resolves once the hub has answered to all that was done so far. */
  settled(): Promise<void> {
    return this.#queue;
  }

  /** Takes back what was done last, while that is offered. */
  undo(): Promise<void> {
    return this.#enqueue(() => {
      const last = this.undoable.value;
      this.undoable.value = null;
      if (!last || last.until < this.#deps.now()) return null;
      return { label: last.label, changes: last.changes, isUndo: true };
    });
  }

  /** Tries rejected changes once more, on the items as they are now. */
  retry(act: RejectedAct): Promise<void> {
    this.dismiss(act);
    return this.#enqueue(() => ({
      label: act.label,
      changes: act.changes.map((change) => ({ ...change, revision: this.#revisionOf(change) })),
      isUndo: false,
    }));
  }

  dismiss(act: RejectedAct): void {
    this.#reject(this.rejected.value.filter((other) => other !== act));
  }

  /** Shows what an earlier visit of the same person could not send. */
  recoverUnsent(account: string, reason: string): void {
    const own = this.#deps.unsent.read().filter((act) => act.account === account);
    this.#reject([...own.map(({ label, changes }) => ({ label, changes, reason })), ...this.rejected.value]);
  }

  #expect(rows: readonly InboxItem[], action: InboxAction): void {
    const { feed } = this.#deps;
    if (action.do === 'split') return;
    for (const { id, status, assigneeName } of rows)
      if (!this.#confirmed.has(id)) this.#confirmed.set(id, { status, assigneeName });
    const nameOf = ({ assigneeName }: InboxItem) =>
      action.do === 'assign' ? (feed.people.value.find(({ id }) => id === action.assignee)?.name ?? null) : assigneeName;
    feed.rows.value = withExpected(
      feed.rows.value,
      new Map(rows.map((row) => [row.id, { status: expectedStatus(row.status, action), assigneeName: nameOf(row) }])),
    );
  }

  #revisionOf({ id, revision }: InboxChange): number {
    const rows = [...this.#deps.feed.rows.value.values()];
    const known = rows.flatMap((row) => [row, ...row.members]).find((one) => one.id === id);
    return known?.revision ?? revision;
  }

  #enqueue(plan: () => (RejectablePlan & { isUndo: boolean }) | null): Promise<void> {
    this.#waiting += 1;
    const done = this.#queue.then(async () => {
      const act = plan();
      if (act && act.changes.length > 0) await this.#send(act);
      this.#waiting -= 1;
      if (this.#queue === done) this.#confirmed.clear();
    });
    this.#queue = done;
    return done;
  }

  async #send({ label, changes, isUndo }: RejectablePlan & { isUndo: boolean }): Promise<void> {
    const results: Result[] = [];
    for (let from = 0; from < changes.length; from += MAX_CHANGES) {
      const part = changes.slice(from, from + MAX_CHANGES);
      const reply = await this.#deps.api.change(part);
      if (!reply.ok) {
        this.#takeBack(label, changes.slice(from), reply.why);
        break;
      }
      results.push(...reply.value.results);
    }
    this.#apply({ label, changes, isUndo }, results);
    const isRegrouping = changes.some(({ action }) => ['merge', 'split', 'restore'].includes(action.do));
    if (isRegrouping || results.length < changes.length) await this.#deps.feed.reload();
  }

  /** Nothing of these was done. It is shown with the reason, and outlives the page if the sign-in has ended. */
  #takeBack(label: string, changes: readonly InboxChange[], why: ApiFailure): void {
    const { feed } = this.#deps;
    const confirmed = changes.flatMap(({ id }) => {
      const before = this.#confirmed.get(id);
      return before ? [[id, before] as const] : [];
    });
    feed.rows.value = withExpected(feed.rows.value, new Map(confirmed));
    this.#reject([...this.rejected.value, { label, changes, reason: `${why.title}. ${why.detail}` }]);
    if (why.kind === 'signed-out') this.#deps.onSignedOut(why);
  }

  #apply({ label, changes, isUndo }: RejectablePlan & { isUndo: boolean }, results: readonly Result[]): void {
    const { feed, now } = this.#deps;
    const statuses = results.flatMap<InboxItemStatus>((one) => (one.ok ? [statusOf(one)] : one.present ? [one.present] : []));
    const undos = results.flatMap((one) => (one.ok ? [one.undo] : []));
    const refused = Map.groupBy(
      results.filter((one) => !one.ok),
      ({ detail }) => detail,
    );
    for (const { id, status, assigneeName } of statuses) this.#confirmed.set(id, { status, assigneeName });
    batch(() => {
      feed.rows.value = withStatuses(feed.rows.value, statuses);
      if (undos.length > 0 && !isUndo) this.undoable.value = { label, changes: undos, until: now() + UNDO_MS };
      this.#reject([
        ...this.rejected.value,
        ...[...refused].map(([reason, those]) => ({
          label,
          reason,
          changes: changes.filter(({ id }) => those.some((one) => one.id === id)),
        })),
      ]);
    });
  }

  #reject(acts: readonly RejectedAct[]): void {
    this.rejected.value = acts;
    const account = this.#deps.feed.me.value;
    if (account) this.#deps.unsent.write(acts.map(({ label, changes }) => ({ account, label, changes })));
  }
}

type RejectablePlan = Omit<RejectedAct, 'reason'>;

const statusOf = ({ id, revision, status, assigneeName, changedBy, changedAt }: Result & { ok: true }): InboxItemStatus => ({
  ...{ id, revision, status },
  ...{ assigneeName, changedBy, changedAt },
});
