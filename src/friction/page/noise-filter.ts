/** Noise that has not come for so long, in milliseconds, may be news again; polling is seldom rarer. */
const FORGET_AFTER_MS = 30_000;
/** Mutations closer together are one moment. */
const ONE_MOMENT_MS = 40;

interface Moments {
  before: number;
  last: number;
}

/**
 * What goes on in a page without anybody doing anything: a clock, a spinner, polling. It is known by where it happens and in which
 * form, and it is noise from its second moment on.
 */
export function createNoiseFilter<Where extends object>() {
  const known = new WeakMap<Where, Map<string, Moments>>();
  return {
    /** It happened while the person did nothing. */
    note(where: Where, form: string, at: number): void {
      const forms = known.get(where) ?? new Map<string, Moments>();
      known.set(where, forms);
      const moments = forms.get(form);
      if (!moments) forms.set(form, { before: Number.NEGATIVE_INFINITY, last: at });
      else if (at - moments.last > ONE_MOMENT_MS) forms.set(form, { before: moments.last, last: at });
      if (forms.size > 50) forms.clear();
    },
    isNoise(where: Where, form: string, at: number): boolean {
      const moments = known.get(where)?.get(form);
      return moments !== undefined && at - moments.last <= FORGET_AFTER_MS && at - moments.before <= 2 * FORGET_AFTER_MS;
    },
  };
}
