/** Words on controls by what the control is for: in the languages most met. Names are compared and never kept. */
const PURPOSE_WORDS = {
  stepper:
    /^(next|prev(ious)?|back|forward|(in|de)crease|more|less|plus|minus|up|down|zoom (in|out)|(next|previous) \w+|weiter|zurück|mehr|weniger|[‹›<>«»+−–±▲▼◀▶←→↑↓-]{1,2})$/i,
  undo: /^(undo|cancel|reset|discard|abbrechen|zurücksetzen)/i,
  save: /^(save|submit|send|apply|create|confirm|speichern|senden|anlegen)/i,
  export: /^(export|download)/i,
} as const;

export type Purpose = keyof typeof PURPOSE_WORDS;

export const hasPurpose = (purpose: Purpose, control: Element): boolean => PURPOSE_WORDS[purpose].test(labelOf(control));

function labelOf(control: Element): string {
  const label = control.getAttribute('aria-label') || control.textContent || (control as HTMLInputElement).value;
  return String(label || control.getAttribute('title') || '')
    .slice(0, 80)
    .trim();
}
