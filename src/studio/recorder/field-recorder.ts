import { mayBeData } from '../../locator/page/may-be-data.ts';
import type { Description } from './describe-subject.ts';
import type { RecorderContext } from './recorder-context.ts';
import type { Subject } from './subject.ts';

/** One stay in a field, or several between which nothing happened that depends on it. */
interface Visit {
  description: Description | undefined;
  at: number;
  /** What stood in it before; it stays in the memory of the page, and is compared only. */
  before: string;
  id?: string | undefined;
  /** How often its value has changed. */
  changes: number;
}

const MAX_OPTION = 200;
const HAS_NUMBER = /\p{N}/u;
/** A description this old is taken anew: the page may have changed around the field. */
const FRESH_MS = 1500;

/** Records fields: one act for each visit, whatever is typed, pasted or chosen in between. */
export function createFieldRecorder({ log, now, describe }: RecorderContext) {
  const visits = new WeakMap<Element, Visit>();

  function enter({ element }: Subject, known?: Description): Visit {
    const earlier = visits.get(element);
    const isContinued = earlier?.id !== undefined && !log.hasDependents(earlier.id);
    if (earlier && (isContinued || now() - earlier.at < FRESH_MS)) return earlier;
    const visit: Visit = { description: known ?? describe(element), at: now(), before: fieldValue(element), changes: 0 };
    visits.set(element, visit);
    return visit;
  }

  return {
    /** The pointer or a key went down in it, or it got the focus. */
    enter,
    /** Its value has changed. */
    changed(subject: Subject): void {
      const { element, kind } = subject;
      const visit = visits.get(element) ?? enter(subject);
      visit.changes += 1;
      if (visit.id && log.hasDependents(visit.id)) {
        visits.delete(element);
        visit.id = undefined;
        visit.description = describe(element) ?? visit.description;
        visit.at = now();
        visits.set(element, visit);
      }
      if (!visit.description) {
        log.missed('not-drawn', now(), 'textbox');
        return;
      }
      const option = kind === 'select' ? optionOf(element as HTMLSelectElement) : undefined;
      const details = { ...(option && { option }) };
      const actKind = kind === 'select' ? 'choose' : 'input';
      if (!visit.id) visit.id = log.begin(actKind, element, visit.description, visit.at, details);
      else if (kind === 'select') log.update(visit.id, { kind: actKind, option });
      else if (log.acts().every(({ id }) => id !== visit.id)) log.update(visit.id, {});
    },
    /** How often its value was noticed to change so far. */
    changesOf: (element: Element): number => visits.get(element)?.changes ?? 0,
    /** It was left: if it holds what it held before, nothing was done. */
    leave(element: Element): void {
      const visit = visits.get(element);
      if (visit?.id && fieldValue(element) === visit.before && !log.hasDependents(visit.id)) log.remove(visit.id);
    },
    /** What was done in it turned out to be a choice from its list. */
    actIn: (element: Element): string | undefined => visits.get(element)?.id,
  };
}

export type FieldRecorder = ReturnType<typeof createFieldRecorder>;

/** What stands in a field, to be compared only. */
export const fieldValue = (element: Element): string =>
  'value' in element ? String(element.value) : `${element.getAttribute('aria-valuenow') ?? ''} ${element.textContent ?? ''}`;

/** The option that was chosen, if its words may be the app's own. */
function optionOf(select: HTMLSelectElement): string | undefined {
  if (select.localName !== 'select' || select.selectedOptions.length !== 1) return undefined;
  return optionText(select, select.selectedOptions[0]!.label);
}

/** The name of an option, unless it may be data. */
export function optionText(owner: Element, text: string | null): string | undefined {
  const name = (text ?? '').replace(/\s+/g, ' ').trim();
  return name && name.length <= MAX_OPTION && !HAS_NUMBER.test(name) && !mayBeData(owner, name) ? name : undefined;
}
