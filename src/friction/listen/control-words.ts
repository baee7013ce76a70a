/** Words on controls by what the control is for: whole names, in the languages of the interface. Names are compared and never kept. */
const words = {
  stepper:
    /^(next|previous|prev|back|forward|increase|decrease|increment|decrement|more|less|plus|minus|up|down|zoom (in|out)|(next|previous|prev) (page|month|year|week|day|slide|record|item|image|step)|weiter|zurück|vor|nächste[rs]?|vorherige[rs]?|mehr|weniger|suivante?|précédente?|siguiente|anterior|avanti|indietro|volgende|vorige|[‹›<>«»+−–±▲▼◀▶◂▸←→↑↓⟨⟩❮❯-]{1,2})$/i,
  undo: /^(undo|cancel|reset|revert|discard( changes)?|rückgängig( machen)?|abbrechen|zurücksetzen|verwerfen|annuler|réinitialiser|cancelar|deshacer|annulla|ripristina|annuleren|ongedaan maken)$/i,
  save: /^(save|submit|send|apply|create|update|confirm|post|finish|done|save (changes|and .+)|speichern|senden|absenden|anlegen|übernehmen|bestätigen|buchen|enregistrer|envoyer|valider|guardar|enviar|salva|invia|opslaan|verzenden)$/i,
  export:
    /^(export|download)( .+)?$|^(exportieren|herunterladen|exporter|télécharger|exportar|descargar|esporta|scarica|exporteren|downloaden)$/i,
} as const;

export type Purpose = keyof typeof words;

export const isFor = (purpose: Purpose, control: Element): boolean => words[purpose].test(saidOn(control));

function saidOn(control: Element): string {
  const said = control.getAttribute('aria-label') || control.textContent || (control as HTMLInputElement).value;
  return String(said || control.getAttribute('title') || '')
    .slice(0, 80)
    .trim();
}
