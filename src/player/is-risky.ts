import type { LocalizedStepAct } from '../model/pack/localized-guide.ts';

/** What is known of the control that would be pressed. */
export interface PressFacts {
  role: string;
  name: string;
  /** It sends the form that it stands in. */
  submits: boolean;
  /** It opens or closes something of the page's: a menu, a part of it. */
  opens: boolean;
}

/** Pressing one of these changes where the person is or what they see, and nothing that lasts. */
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

/** What sends, pays, approves or deletes is called so, in the languages that Cairn speaks. */
const LASTING_ACTION =
  /delet|remov|discard|eras|wipe|cancel order|terminat|revok|submit|send|approv|reject|pay\b|purchas|\bbuy\b|place order|confirm|publish|post\b|transfer|lösch|entfern|verwerf|stornier|kündig|abschick|absend|\bsenden|genehmig|ablehn|freigeb|bezahl|kaufen|bestellung aufgeben|bestätig|veröffentlich|buchen|überweis|elimin|borrar|descart|anular|enviar|aprobar|rechazar|pagar|comprar|confirmar|publicar|transferir|supprim|effac|annuler la|résili|envoyer|soumettre|approuv|refuser|rejeter|payer|acheter|confirmer|publier|virement|削除|破棄|取り消|送信|提出|承認|却下|支払|購入|確定|公開|振込|حذف|إزالة|إلغاء الطلب|إرسال|تقديم|موافقة|رفض|دفع|شراء|تأكيد|نشر|تحويل/iu;

/**
 * Must the person agree twice? The first row that fits decides:
 *
 * | it                                             |       |
 * |------------------------------------------------|-------|
 * | presses what sends a form, or is called so      | yes   |
 * | is marked by the pack                           | as it says |
 * | fills in, chooses, sets a tick                  | no    |
 * | presses what opens something, or leads elsewhere | no   |
 * | presses anything else: a button                 | yes   |
 */
export function isRisky(act: LocalizedStepAct, { role, name, submits, opens }: PressFacts): boolean {
  if (act.act === 'click' && (submits || LASTING_ACTION.test(name))) return true;
  if (act.risky !== undefined) return act.risky;
  return act.act === 'click' && !opens && !HARMLESS_ROLES.has(role);
}
