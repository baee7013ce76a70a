import type { CauseEvent } from './cause-tracker.ts';
import type { LastInput } from './last-input.ts';

/** The browser or a script judges the fields this soon after the person tried to send them. */
const ATTEMPT_WITHIN_MS = 1000;
/** Whoever typed this short a time ago is still typing. */
const TYPING_MS = 1000;
/** Events of filling in a field: scripts judge the whole form in them, to know whether it can be sent already. */
const FILLING_EVENTS = /^(input|change|focusout|keydown|pointerover)$/;

type Inputs = Pick<LastInput, 'attemptedAt' | 'typedAt'>;

/**
 * Is an event `invalid` a refusal of what the person tried to send? The browser fires it too when a script only asks whether the field is
 * valid, as with every key that is typed; nothing is shown then.
 */
export function isInvalidEventRefusal({ attemptedAt, typedAt }: Inputs, cause: CauseEvent | null, at: number): boolean {
  if (cause !== null && FILLING_EVENTS.test(cause.type) && attemptedAt < cause.at) return false;
  return attemptedAt >= typedAt && at - attemptedAt <= ATTEMPT_WITHIN_MS;
}

/** The browser sends a form by Enter in a field of one line, also if it has no button; Enter on a list of suggestions only chooses one. */
export function isSentByKey({ key, isComposing, defaultPrevented }: KeyboardEvent, field: Element | undefined): boolean {
  if (key !== 'Enter' || isComposing || defaultPrevented || !field?.matches('input')) return false;
  const choosesSuggestion = field.matches('[aria-expanded=true], [aria-activedescendant]:not([aria-activedescendant=""])');
  return (field as HTMLInputElement).form !== null && !choosesSuggestion;
}

/** Is a field that is marked as invalid refused? While the person types in it, the mark comes and goes with the keys. */
export function isMarkRefusal({ attemptedAt, typedAt }: Inputs, hasFocus: boolean, at: number): boolean {
  return !hasFocus || attemptedAt >= typedAt || at - typedAt > TYPING_MS;
}
