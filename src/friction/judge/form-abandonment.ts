import type { Judge } from '../judge.ts';

/**
 * A form was begun and left.
 *
 * | rule | value | source |
 * |---|---|---|
 * | begun | ≥ 2 different fields changed | one field may be a search or a filter |
 * | left | another route or the page gone, and not back on it within 10 min | a look-up elsewhere is part of the work |
 * | or idle | 30 min with nothing done in the form | the usual end of a web session |
 * | never | submitted or saved since the last change | |
 */
const FIELDS = 2;
export const BACK_WITHIN = 10 * 60_000;
export const IDLE = 30 * 60_000;

interface Form {
  route: string;
  fields: number[];
  begun: number;
  last: number;
  left: number | null;
}
interface State {
  route: string;
  forms: Form[];
}

export const formAbandonment: Judge<State> = {
  start: { route: '', forms: [] },
  hear(state, fact) {
    const isOver = ({ left, last }: Form) => (left === null ? fact.at - last >= IDLE : fact.at - left >= BACK_WITHIN);
    const over = state.forms.filter(isOver);
    const found = over
      .filter(({ fields }) => fields.length >= FIELDS)
      .map(({ route, fields, begun, last }) => ({
        signal: 'form-abandonment' as const,
        at: begun,
        route,
        count: fields.length,
        ms: last - begun,
      }));
    const next = take({ ...state, forms: state.forms.filter((form) => !isOver(form)) }, fact);
    const due = Math.min(...next.forms.map(({ left, last }) => (left === null ? last + IDLE : left + BACK_WITHIN)));
    return { state: next, ...(found.length > 0 && { found }), ...(next.forms.length > 0 && { due }) };
  },
};

function take(state: State, fact: Parameters<typeof formAbandonment.hear>[1]): State {
  if (fact.is === 'submitted' || fact.is === 'saved')
    return { ...state, forms: state.forms.filter(({ route, left }) => route !== state.route || left !== null) };
  if (fact.is === 'end') return { ...state, forms: state.forms.map((form) => ({ ...form, left: form.left ?? fact.at })) };
  if (fact.is === 'visit')
    return {
      route: fact.route,
      forms: state.forms.map((form) => ({ ...form, left: form.route === fact.route ? null : (form.left ?? fact.at) })),
    };
  if (fact.is !== 'changed') return state;
  const open = state.forms.find(({ route, left }) => route === state.route && left === null);
  const form = open ?? { route: state.route, fields: [], begun: fact.at, last: fact.at, left: null };
  const changed = { ...form, last: fact.at, fields: [...new Set([...form.fields, fact.field])].slice(0, 200) };
  return { ...state, forms: [...state.forms.filter((one) => one !== open), changed].slice(-20) };
}
