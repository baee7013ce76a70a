/** Words on controls by what the control is for: in the languages most met. Names are compared and never kept. */
const words = {
  stepper:
    /^(next|prev(ious)?|back|forward|(in|de)crease|more|less|plus|minus|up|down|zoom (in|out)|(next|previous) \w+|weiter|zurück|mehr|weniger|[‹›<>«»+−–±▲▼◀▶←→↑↓-]{1,2})$/i,
  undo: /^(undo|cancel|reset|discard|abbrechen|zurücksetzen)/i,
  save: /^(save|submit|send|apply|create|confirm|speichern|senden|anlegen)/i,
  export: /^(export|download)/i,
} as const;

export type Purpose = keyof typeof words;

export const isFor = (purpose: Purpose, control: Element): boolean => words[purpose].test(saidOn(control));

function saidOn(control: Element): string {
  const said = control.getAttribute('aria-label') || control.textContent || (control as HTMLInputElement).value;
  return String(said || control.getAttribute('title') || '')
    .slice(0, 80)
    .trim();
}
