import type { LocalizedStepAct } from '../model/pack/localized-guide.ts';

/** What is known about the control that would be clicked. */
export interface PressFacts {
  role: string;
  name: string;
  /** It submits its form. */
  submits: boolean;
  /** It opens or closes a part of the page, such as a menu. */
  opens: boolean;
}

/** A click on one of these changes where the person is or what they see, and nothing permanent. */
const HARMLESS_ROLES = new Set([
  'link',
  'tab',
  'treeitem',
  'option',
  'combobox',
  'searchbox',
  'textbox',
  'spinbutton',
  'checkbox',
  'radio',
  'switch',
  'row',
  'gridcell',
]);

/** Words for sending, paying, approving and deleting, in the six languages of Cairn. */
const LASTING_ACTION =
  /delet|remov|discard|eras|wipe|cancel order|terminat|revok|submit|send|approv|reject|pay\b|purchas|\bbuy\b|place order|confirm|publish|post\b|transfer|lösch|entfern|verwerf|stornier|kündig|abschick|absend|\bsenden|genehmig|ablehn|freigeb|bezahl|kaufen|bestellung aufgeben|bestätig|veröffentlich|buchen|überweis|elimin|borrar|descart|anular|enviar|aprobar|rechazar|pagar|comprar|confirmar|publicar|transferir|supprim|effac|annuler la|résili|envoyer|soumettre|approuv|refuser|rejeter|payer|acheter|confirmer|publier|virement|削除|破棄|取り消|送信|提出|承認|却下|支払|購入|確定|公開|振込|حذف|إزالة|إلغاء الطلب|إرسال|تقديم|موافقة|رفض|دفع|شراء|تأكيد|نشر|تحويل/iu;

/**
 * Must the person agree twice before the act is performed? The first row that fits decides:
 *
 * | the act                                              | risky             |
 * |------------------------------------------------------|-------------------|
 * | clicks what submits a form, or has such a name        | yes               |
 * | is marked by the pack                                | as the pack says  |
 * | fills in, chooses, checks                            | no                |
 * | clicks what opens something, or leads elsewhere       | no                |
 * | clicks anything else, such as a button               | yes               |
 */
export function isRisky(act: LocalizedStepAct, { role, name, submits, opens }: PressFacts): boolean {
  if (act.act === 'click' && (submits || LASTING_ACTION.test(name))) return true;
  if (act.risky !== undefined) return act.risky;
  return act.act === 'click' && !opens && !HARMLESS_ROLES.has(role);
}
