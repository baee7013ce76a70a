/**
 * Words for deleting, sending, paying, approving, signing and leaving for good. A list is never complete, so it decides only where the kind
 * of the control is harmless; whatever else is pressed is asked about anyway.
 */
const LASTING_STEMS: Record<string, string> = {
  en: 'delet|remov|discard|eras|wipe|purge|destroy|drop\\b|cancel|terminat|revok|withdraw|submit|send\\b|approv|reject|declin|accept\\b|pay\\b|payment now|purchas|buy\\b|place order|check ?out|confirm|publish|\\bpost\\b|transfer|deactivat|disable|suspend|block\\b|ban\\b|reset|close (my |the |your )?(account|case|ticket|period)|closeaccount|unsubscrib|leave (the )?(team|group|organi)|log ?out|log ?off|sign ?out|sign\\b|save\\b|apply\\b|execute|run now|merge\\b|archive\\b|overwrit|replac|restor|roll ?back|start over|clear all|empty (the )?(cart|trash|bin)',
  whole: '^(ok|okay|yes|y|go|do it|done|finish|continue|proceed|agree|ja|oui|sí|si|はい|نعم|tak|да|sim|是|确定|확인|evet)[.!]?$',
  de: 'lösch|entfern|verwerf|stornier|kündig|abschick|absend|\\bsenden|genehmig|ablehn|freigeb|bezahl|zahlen\\b|kaufen|bestellung aufgeben|bestätig|veröffentlich|buchen|überweis|speicher|unterschreib|unterzeichn|deaktivier|sperr|zurücksetz|konto schließ|abmeld|übernehmen|beenden|ausführen|archivier|überschreib|abbrech',
  es: 'elimin|borrar|descart|anular|cancelar|enviar|aprobar|rechazar|pagar|comprar|confirmar|publicar|transferir|guardar|firmar|desactiv|bloque|restablec|cerrar (la )?(cuenta|sesión)|aceptar|aplicar|ejecutar|archivar|dar de baja',
  fr: 'supprim|effac|annul|résili|envoyer|soumettre|approuv|refuser|rejeter|payer|acheter|confirmer|publier|virement|enregistr|signer|désactiv|bloquer|réinitialis|fermer le compte|déconnex|accepter|valider|appliquer|exécuter|archiver',
  ja: '削除|破棄|取り消|取消|送信|提出|承認|却下|支払|購入|確定|公開|振込|保存|署名|無効|停止|リセット|解約|退会|ログアウト|適用|実行|同意|確認',
  ar: 'حذف|إزالة|إلغاء|إرسال|تقديم|موافقة|رفض|دفع|شراء|تأكيد|نشر|تحويل|حفظ|توقيع|تعطيل|إيقاف|حظر|إعادة تعيين|إغلاق الحساب|تسجيل الخروج|تطبيق|تنفيذ|قبول|أرشفة',
  pl: 'usuń|usun|skasuj|anuluj|wyślij|zatwierdź|odrzuć|zapłać|kup\\b|potwierdź|opublikuj|zapisz|podpisz|dezaktywuj|zablokuj|zresetuj|zamknij konto|wyloguj',
  nl: 'verwijder|annuleer|verzend|verstuur|goedkeur|afwijz|betaal|bevestig|publiceer|opslaan|onderteken|deactiveer|blokkeer|uitlog',
  it: 'elimina|cancella|rimuov|annulla|invia|approva|rifiuta|paga\\b|acquista|conferma|pubblica|salva|firma\\b|disattiva|blocca|reimposta|chiudi (il )?conto|esci\\b|accetta',
  pt: 'exclu|apagar|remover|cancelar|enviar|aprovar|rejeitar|pagar|comprar|confirmar|publicar|salvar|guardar|assinar|desativ|bloquear|redefinir|encerrar|sair\\b|aceitar',
  ru: 'удал|стереть|отмен|отправ|утверд|одобр|отклон|оплат|купить|подтверд|опублик|сохран|подпис|отключ|деактив|заблок|сброс|закрыть (счет|счёт|аккаунт)|выйти|принять',
  tr: 'sil\\b|kaldır|iptal|gönder|onayla|reddet|öde\\b|satın al|yayınla|kaydet|imzala|devre dışı|engelle|sıfırla|hesabı kapat|çıkış',
  zh: '删除|刪除|移除|取消|发送|發送|提交|批准|拒绝|拒絕|支付|付款|购买|購買|确认|確認|发布|發布|保存|儲存|签名|簽名|停用|禁用|重置|注销|註銷|退出',
  ko: '삭제|제거|취소|보내기|전송|제출|승인|거부|결제|구매|확인|게시|저장|서명|비활성|차단|초기화|탈퇴|로그아웃',
};

const LASTING_WORDS = new RegExp(Object.values(LASTING_STEMS).join('|'), 'iu');

/** Does a name, or an address, speak of something that may not be undoable? */
export const isLasting = (text: string): boolean => LASTING_WORDS.test(text.replace(/[_+-]/g, ' '));
