/** Words in class names that tell what an alert is about, as UI libraries write them. */
const ERROR_CLASSES = /error|danger|fail|invalid|critical|warn/i;
const STATUS_CLASSES = /success|info|loading|progress|pending|positive|welcome|neutral/i;
/** How messages begin that report a state, in the languages of the extension. They are compared with the page, never stored from it. */
const STATUS_WORDS =
  /^[\s✓✔]*(loading|saving|saved|sending|sent|please wait|working|processing|updat(ing|ed)|creat(ing|ed)|delet(ing|ed)|copied|done|success|welcome|wird geladen|lädt|laden|speicher|gespeichert|gesendet|bitte warten|fertig|erfolg|willkommen|chargement|enregistr|envoyé|veuillez patienter|terminé|succès|bienvenue|cargando|guardando|guardado|enviado|espere|listo|éxito|bienvenid|読み込み|保存し|保存中|送信し|お待ち|完了|成功|ようこそ|جار|جاري|تم |يرجى الانتظار|مرحب)/i;
/** What a message of an error says, in the same languages. */
const ERROR_WORDS =
  /error|fail|could not|couldn.t|cannot|can.t|unable|invalid|required|denied|wrong|try again|fehler|fehlgeschlagen|konnte nicht|ungültig|erforderlich|erreur|échec|échoué|impossible|invalide|obligatoire|falló|fallo|no se pud|inválid|obligatori|エラー|失敗|できません|無効|必須|خطأ|فشل|تعذر|غير صالح|مطلوب/i;
const BUSY = '[aria-busy=true], [role=progressbar], progress';
const MAX_CHARS = 300;

/** Does an alert tell of an error, or of a state? Apps use the role for both. Undefined if neither can be seen. */
export function alertTone(alert: Element): 'error' | 'status' | undefined {
  const text = (alert.textContent ?? '').trim().slice(0, MAX_CHARS);
  const classes = `${alert.getAttribute('class')} ${alert.firstElementChild?.getAttribute('class')}`;
  if (ERROR_CLASSES.test(classes) || ERROR_WORDS.test(text)) return 'error';
  const isStatus = alert.getAttribute('aria-live') === 'polite' || alert.matches(BUSY) || alert.querySelector(BUSY) !== null;
  return isStatus || STATUS_CLASSES.test(classes) || STATUS_WORDS.test(text) ? 'status' : undefined;
}
