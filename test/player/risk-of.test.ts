import { describe, expect, test } from 'vitest';
import type { LocalizedStepAct } from '../../src/model/pack/localized-guide.ts';
import { isLastingName } from '../../src/player/is-lasting-name.ts';
import { type PressFacts, type PressKind, riskOf } from '../../src/player/risk-of.ts';

/** As the page asks: what the kind leaves open, the name decides. */
function isRisky(act: LocalizedStepAct, facts: PressFacts): boolean {
  const risk = riskOf(act, facts);
  return risk === 'by-name' ? isLastingName(facts.name, facts.address) : risk === 'risky';
}

const click = (risky?: boolean): LocalizedStepAct => ({ act: 'click', risky });
const check = (risky?: boolean): LocalizedStepAct => ({ act: 'check', on: true, risky });
const fill = (risky?: boolean): LocalizedStepAct => ({ act: 'fill', with: { text: '1', language: 'en' }, risky });
const on = (kind: PressKind, name: string, address?: string): PressFacts => ({ kind, name, ...(address && { address }) });

test.each<[string, LocalizedStepAct, PressFacts, boolean]>([
  ['a button', click(), on('other', 'Recalculate'), true],
  ['a button that the pack calls harmless', click(false), on('other', 'Recalculate'), true],
  ['a tick on a button', check(), on('other', 'Delete account'), true],
  ['a tick on a button that the pack calls harmless', check(false), on('other', 'Mark'), true],
  ['a tick on what opens a menu', check(), on('opens', 'More'), true],
  ['filling in a button', fill(false), on('other', 'Send'), true],
  ['filling in a toggle', fill(), on('toggle', 'Delivery'), true],
  ['a button that opens a menu', click(), on('opens', 'More'), false],
  ['the same, risky by the pack', click(true), on('opens', 'More'), true],
  ['a tab', click(), on('selects', 'Details'), false],
  ['a link', click(), on('link', 'Orders', 'orders'), false],
  ['a link to an address that deletes', click(false), on('link', 'Next', 'orders 7 delete'), true],
  ['a link that signs out', click(false), on('link', 'Bye', 'user log-out'), true],
  ['an option', click(), on('picks', 'Net 30'), true],
  ['an option that the pack calls harmless', click(false), on('picks', 'Net 30'), false],
  ['an option with a lasting name', click(false), on('picks', 'Cancel order'), true],
  ['a field filled in', fill(), on('field', 'Amount'), false],
  ['a field whose name speaks of deleting', fill(), on('field', 'Reason to cancel'), false],
  ['a field filled in, risky by the pack', fill(true), on('field', 'x'), true],
  ['a tick', check(), on('toggle', 'Delivery'), false],
  ['a tick on "Deactivate user"', check(), on('toggle', 'Deactivate user'), true],
  ['a tick, risky by the pack', check(true), on('toggle', 'Agree'), true],
])('agreement to %s', (_name, act, facts, verdict) => {
  expect(isRisky(act, facts)).toBe(verdict);
});

const kinds: PressKind[] = ['link', 'opens', 'selects', 'picks', 'field', 'toggle', 'other'];
const acts: LocalizedStepAct[] = [click(), click(false), check(), check(false), fill(), fill(false)];

test('what has no name, or one of invisible characters, is asked about whatever the act, the kind and the pack', () => {
  for (const kind of kinds)
    for (const act of acts)
      for (const name of ['', ' ', '\u200b', '\u202e\u2066']) expect(isRisky(act, on(kind, name))).toBe(true);
});

describe.each<[string, string[]]>([
  [
    'English',
    ['Close account', 'OK', 'Yes', 'Deactivate user', 'Reset all', 'Sign', 'Save', 'Delete', 'Send', 'Log out', 'Archive'],
  ],
  ['German', ['Löschen', 'Konto schließen', 'Speichern', 'Unterschreiben', 'Ja', 'Zurücksetzen', 'Abmelden']],
  ['Spanish', ['Enviar', 'Guardar', 'Cerrar cuenta', 'Firmar', 'Sí']],
  ['French', ['Supprimer la ligne', 'Enregistrer', 'Signer', 'Oui', 'Valider']],
  ['Japanese', ['注文を削除', '保存', '署名', 'はい']],
  ['Arabic', ['حذف', 'حفظ', 'نعم']],
  ['others', ['Usuń', 'Verwijderen', 'Elimina', 'Excluir', 'Удалить', 'Sil', '删除', '삭제']],
  [
    'disguise',
    [
      'D\u200belete',
      'Dеlete',
      'Ｄｅｌｅｔｅ',
      '𝐃𝐞𝐥𝐞𝐭𝐞',
      'Ⓓⓔⓛⓔⓣⓔ',
      'Dele\u00adte',
      '\u202eeteleD',
      'ОК',
      'Ѕend',
      'Dεlete',
      'Mоre',
      '\u2066More',
    ],
  ],
])('%s', (_language, names) => {
  test.each(names)('a tab, a menu, a link or an option called "%s" is asked about, whatever the pack says', (name) => {
    for (const kind of ['selects', 'opens', 'link', 'picks'] as const) expect(isRisky(click(false), on(kind, name))).toBe(true);
  });
});

test.each([
  'Saved orders',
  'Details',
  'Posts',
  'Designs',
  'More',
  'Bestellungen',
  'Commandes',
  '詳細',
  'تفاصيل',
  'Заказы',
  'Παραγγελίες',
])('a tab called "%s" is not asked about', (name) => {
  expect(isRisky(click(), on('selects', name))).toBe(false);
});
