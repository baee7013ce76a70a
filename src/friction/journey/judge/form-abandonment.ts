import type { Fact } from '../../facts.ts';
import type { Judge } from '../../judge.ts';

/**
 * A form was started and left.
 *
 * | rule | value | source |
 * |---|---|---|
 * | started | ≥ 2 different fields changed | one field may be a search or a filter |
 * | left | another route, or the page closed, and not back within 10 min | looking something up elsewhere is part of the work |
 * | or idle | 30 min without a change in the form | the usual end of a web session |
 * | never | submitted or saved since the last change: a request that was not refused, with or without a form | a report may come after the page has moved on, so its time counts |
 */
const MIN_FIELDS = 2;
const MAX_FIELDS = 200;
const MAX_FORMS = 20;
export const BACK_WITHIN_MS = 10 * 60_000;
export const IDLE_MS = 30 * 60_000;

interface Form {
  route: string;
  fields: number[];
  startedAt: number;
  lastChangedAt: number;
  leftAt: number | null;
}
interface State {
  route: string;
  forms: Form[];
}

export const formAbandonment: Judge<State> = {
  initial: { route: '', forms: [] },
  judge(state, fact) {
    const isOver = ({ leftAt, lastChangedAt }: Form) =>
      leftAt === null ? fact.at - lastChangedAt >= IDLE_MS : fact.at - leftAt >= BACK_WITHIN_MS;
    const over = state.forms.filter(isOver);
    const findings = over
      .filter(({ fields }) => fields.length >= MIN_FIELDS)
      .map(({ route, fields, startedAt, lastChangedAt }) => ({
        signal: 'form-abandonment' as const,
        at: startedAt,
        route,
        count: fields.length,
        ms: lastChangedAt - startedAt,
      }));
    const next = applyFact({ ...state, forms: state.forms.filter((form) => !isOver(form)) }, fact);
    const due = Math.min(
      ...next.forms.map(({ leftAt, lastChangedAt }) => (leftAt === null ? lastChangedAt + IDLE_MS : leftAt + BACK_WITHIN_MS)),
    );
    return { state: next, ...(findings.length > 0 && { findings }), ...(next.forms.length > 0 && { due }) };
  },
};

function applyFact(state: State, fact: Fact): State {
  if (fact.is === 'submitted' || fact.is === 'saved') {
    // What is reported now may have been sent before the page moved on.
    const isSent = ({ route, leftAt, lastChangedAt }: Form) =>
      lastChangedAt <= fact.at && (leftAt === null ? route === state.route : leftAt >= fact.at);
    return { ...state, forms: state.forms.filter((form) => !isSent(form)) };
  }
  if (fact.is === 'end') return { ...state, forms: state.forms.map((form) => ({ ...form, leftAt: form.leftAt ?? fact.at })) };
  if (fact.is === 'visit')
    return {
      route: fact.route,
      forms: state.forms.map((form) => ({ ...form, leftAt: form.route === fact.route ? null : (form.leftAt ?? fact.at) })),
    };
  if (fact.is !== 'changed') return state;
  const open = state.forms.find(({ route, leftAt }) => route === state.route && leftAt === null);
  const form = open ?? { route: state.route, fields: [], startedAt: fact.at, lastChangedAt: fact.at, leftAt: null };
  const changed = { ...form, lastChangedAt: fact.at, fields: [...new Set([...form.fields, fact.field])].slice(0, MAX_FIELDS) };
  return { ...state, forms: [...state.forms.filter((one) => one !== open), changed].slice(-MAX_FORMS) };
}
