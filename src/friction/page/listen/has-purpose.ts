/** Words on controls, by the purpose of the control, in English and German. They are compared with the page, never stored from it. */
const PURPOSE_WORDS = {
  stepper:
    /^(next|prev(ious)?|back|forward|(in|de)crease|more|less|plus|minus|up|down|zoom (in|out)|(next|previous) \w+|weiter|zurück|mehr|weniger|[‹›<>«»+−–±▲▼◀▶←→↑↓-]{1,2})$/i,
  undo: /^(undo|cancel|reset|discard|abbrechen|zurücksetzen)/i,
  save: /^(save|submit|send|apply|create|confirm|speichern|senden|anlegen)/i,
  export: /^(export|download)/i,
} as const;
const MAX_LABEL_CHARS = 80;

/** Does the label of a control say that this is its purpose? */
export const hasPurpose = (purpose: keyof typeof PURPOSE_WORDS, control: Element): boolean =>
  PURPOSE_WORDS[purpose].test(labelOf(control));

function labelOf(control: Element): string {
  const label = control.getAttribute('aria-label') || control.textContent || (control as HTMLInputElement).value;
  return String(label || control.getAttribute('title') || '')
    .slice(0, MAX_LABEL_CHARS)
    .trim();
}
