import type { Judge } from '../../judge.ts';

/**
 * A field was filled in again and again.
 *
 * | rule | value | source |
 * |---|---|---|
 * | counts | a change after the field had been left | the first change fills it in |
 * | an attempt | ends when the form is saved; outside forms also when the page shows what a field selects | a filter is set as often as somebody wants to see something else |
 * | found | at the 3rd such change, once per attempt at a form | form analytics count refills; two may be a slip |
 */
const MIN_REFILLS = 3;

type State = Record<string, { form: number; left: boolean; times: number }>;

export const reEntry: Judge<State> = {
  initial: {},
  judge(state, fact) {
    if (fact.is === 'saved')
      return { state: Object.fromEntries(Object.entries(state).filter(([, { form }]) => form !== fact.form)) };
    if (fact.is === 'applied') return { state: Object.fromEntries(Object.entries(state).filter(([, { form }]) => form !== 0)) };
    if (fact.is !== 'changed' && fact.is !== 'left-field') return { state };
    const before = state[fact.field];
    if (fact.is === 'left-field') return { state: before ? { ...state, [fact.field]: { ...before, left: true } } : state };
    const times = (before?.times ?? 0) + (before?.left ? 1 : 0);
    const next = { ...state, [fact.field]: { form: fact.form, left: false, times } };
    if (times !== MIN_REFILLS || !before?.left) return { state: next };
    return { state: next, findings: [{ signal: 're-entry', at: fact.at, control: fact.field, count: times }] };
  },
};
