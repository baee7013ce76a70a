import type { ActKind, ObservedAct, RecorderReport } from '../../model/studio/observed-act.ts';
import type { Description } from './describe-subject.ts';

/** An act as the recorder remembers it while the page is open. */
interface LoggedAct {
  id: string;
  kind: ActKind;
  at: number;
  element: Element;
  isRemoved: boolean;
}

type ActDetails = Partial<Pick<ObservedAct, 'to' | 'state' | 'option' | 'key' | 'revealedBy' | 'appears'>>;

export interface ActLog {
  /** Reports an act at once; later reports of the same id replace it. */
  begin(kind: ActKind, element: Element, description: Description, at: number, details?: ActDetails): string;
  /** Reports it once more with what is known by now. It comes back if it had been removed. */
  update(id: string, change: { kind?: ActKind; description?: Description } & ActDetails): void;
  /** Adds what has become known of it. Unlike an update, it does not bring back an act that was removed. */
  complete(id: string, details: ActDetails): void;
  /** It was none after all. */
  remove(id: string): void;
  missed(why: Extract<RecorderReport, { is: 'missed' }>['why'], at: number, role?: string): void;
  report(report: RecorderReport): void;
  /** Acts that stand, oldest first. */
  acts(): LoggedAct[];
  /** Did anything but filling in fields happen after that act, which may depend on it? */
  hasDependents(id: string): boolean;
}

/** Acts that are remembered: what is older is neither merged nor undone. */
const MAX_ACTS = 60;
const INDEPENDENT: ReadonlySet<ActKind> = new Set<ActKind>(['input', 'check', 'radio', 'choose', 'file', 'hover']);

/** Remembers the acts of a page, and sends a report of each change at once. */
export function createActLog(send: (report: RecorderReport) => void, newId: () => string): ActLog {
  const logged: { act: LoggedAct; observed: ObservedAct }[] = [];
  const find = (id: string) => logged.findLast(({ act }) => act.id === id);
  const acts = () => logged.filter(({ act }) => !act.isRemoved).map(({ act }) => act);
  const update: ActLog['update'] = (id, { description, ...change }) => {
    const entry = find(id);
    if (!entry) return;
    const observed: ObservedAct = { ...entry.observed, ...description, ...change };
    const isSame = !entry.act.isRemoved && JSON.stringify(observed) === JSON.stringify(entry.observed);
    entry.observed = observed;
    entry.act.kind = observed.kind;
    entry.act.isRemoved = false;
    if (!isSame) send({ is: 'act', act: observed });
  };
  return {
    update,
    complete: (id, details) => void (find(id)?.act.isRemoved === false && update(id, details)),
    begin(kind, element, description, at, details = {}) {
      const id = newId();
      const observed: ObservedAct = { id, kind, at, ...description, ...details };
      logged.push({ act: { id, kind, at, element, isRemoved: false }, observed });
      if (logged.length > MAX_ACTS) logged.shift();
      send({ is: 'act', act: observed });
      return id;
    },
    remove(id) {
      const entry = find(id);
      if (!entry || entry.act.isRemoved) return;
      entry.act.isRemoved = true;
      send({ is: 'removed', id });
    },
    missed: (why, at, role) => send({ is: 'missed', id: newId(), why, at, ...(role && { role: role.slice(0, 60) }) }),
    report: send,
    acts,
    hasDependents(id) {
      const at = logged.findLastIndex(({ act }) => act.id === id);
      return at < 0 || logged.slice(at + 1).some(({ act }) => !act.isRemoved && !INDEPENDENT.has(act.kind));
    },
  };
}
