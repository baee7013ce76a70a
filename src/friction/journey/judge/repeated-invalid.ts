import type { Judge } from '../../judge.ts';

/**
 * The same field was refused again and again in one attempt at a form.
 *
 * | rule | value | source |
 * |---|---|---|
 * | refused | ≥ 2 times: found once; ≥ 3: severe, found once more | one refusal explains the rule, the second shows that it was not understood |
 * | one refusal | refusals of a field within 300 ms are one | native validation and that of the page often both report |
 * | an attempt | ends when the form is saved, or with the page | |
 */
const MIN_REFUSALS = 2;
const SEVERE_REFUSALS = 3;
const ONE_REFUSAL_MS = 300;

type State = Record<string, { form: number; times: number; lastAt: number }>;

export const repeatedInvalid: Judge<State> = {
  initial: {},
  judge(state, fact) {
    if (fact.is === 'saved')
      return { state: Object.fromEntries(Object.entries(state).filter(([, { form }]) => form !== fact.form)) };
    if (fact.is !== 'invalid') return { state };
    const before = state[fact.field] ?? { form: fact.form, times: 0, lastAt: Number.NEGATIVE_INFINITY };
    if (fact.at - before.lastAt <= ONE_REFUSAL_MS) return { state };
    const times = before.times + 1;
    const next = { ...state, [fact.field]: { ...before, times, lastAt: fact.at } };
    if (times !== MIN_REFUSALS && times !== SEVERE_REFUSALS) return { state: next };
    const severe = times >= SEVERE_REFUSALS && { severe: true as const };
    return { state: next, findings: [{ signal: 'repeated-invalid', at: fact.at, control: fact.field, count: times, ...severe }] };
  },
};
