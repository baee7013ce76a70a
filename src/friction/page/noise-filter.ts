/** Noise that has not occurred for this long may be news again; polling is seldom less frequent. */
const FORGET_AFTER_MS = 30_000;
/** Changes closer together than this are one moment. */
const ONE_MOMENT_MS = 40;
const MAX_FORMS = 50;

interface NoiseFilter<Where extends object> {
  /** Notes something that happened while the person was doing nothing. */
  note(where: Where, form: string, at: number): void;
  isNoise(where: Where, form: string, at: number): boolean;
}

interface Moments {
  before: number;
  last: number;
}

/**
 * Knows what goes on in a page without anybody doing anything: a clock, a spinner, polling. It is recognised by where it happens and in
 * which form, and is noise from its second moment on.
 */
export function createNoiseFilter<Where extends object>(forgetAfterMs = FORGET_AFTER_MS): NoiseFilter<Where> {
  const known = new WeakMap<Where, Map<string, Moments>>();
  return {
    note(where, form, at) {
      const forms = known.get(where) ?? new Map<string, Moments>();
      known.set(where, forms);
      const moments = forms.get(form);
      if (!moments) forms.set(form, { before: Number.NEGATIVE_INFINITY, last: at });
      else if (at - moments.last > ONE_MOMENT_MS) forms.set(form, { before: moments.last, last: at });
      if (forms.size > MAX_FORMS) forms.clear();
    },
    isNoise(where, form, at) {
      const moments = known.get(where)?.get(form);
      return moments !== undefined && at - moments.last <= forgetAfterMs && at - moments.before <= 2 * forgetAfterMs;
    },
  };
}
