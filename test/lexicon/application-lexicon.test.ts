import { describe, expect, test } from 'vitest';
import { applicationLexicon } from '../../src/lexicon/application-lexicon.ts';

const lexicon = applicationLexicon();

describe('names that applications give their controls are known', () => {
  test.each([
    ...[
      'Save',
      'SAVE',
      'Save and close',
      'Create New Order',
      'Mark all as read',
      'Price list',
      'Export CSV',
      'saveOrder',
      'Sign-in options',
    ],
    ...[
      "Don't show again",
      'Inbox (12)',
      'Page size',
      "Customer's address",
      'Close',
      'Log In',
      'Add a note',
      'Ｓａｖｅ',
      'Sa\u200bve',
      'Undo',
    ],
    ...['Speichern', 'Rechnung anzeigen', 'Als gelesen markieren', 'Auftragsbestätigung', 'Lieferantenübersicht', 'SCHLIESSEN'],
    ...['Enregistrer', "Ajouter l'adresse", 'Paramètres', 'PARAMETRES', 'Nouvelle commande', 'Page suivante'],
    ...['Guardar', 'Añadir artículo', 'Cerrar sesión', 'CONFIGURACION', 'Página siguiente'],
    ...['保存', '注文を確認', '次のページ', '請求書の印刷', 'CSVをエクスポート', '検索条件を保存', '3件の注文'],
    ...['حفظ', 'حذف الفاتورة', 'إضافة', 'اضافة', 'تصدير البيانات', 'الصفحة التالية'],
  ])('%s', (text) => {
    expect(lexicon.knowsText(text)).toBe(true);
  });
});

describe('names that may be of a person, a business or a record are not known', () => {
  test.each([
    ...[
      'Photo of Jane Roe',
      "Roe's open orders",
      'Message JANE ROE',
      'Call OLSEN',
      'Reply to jroe',
      'delete account of jane roe',
      'Olsen details',
    ],
    ...[
      'Open mail: your sick note',
      'portrait of jane roe',
      'signed in as jroe',
      'Delete Anna',
      'Chloé Søren Kaya',
      "O'Neill, Ines",
      'EMP-204417',
    ],
    ...[
      'Mark',
      'BILL',
      'Will',
      'Grant',
      'Frank',
      'rose',
      'Page',
      'King',
      'Young',
      'Price',
      'Chase',
      'May',
      'June',
      'April',
      'Summer',
      'Rich',
    ],
    ...[
      'Message Mark',
      'Edit Rose',
      'Grant details',
      'A. Roe',
      'Message A',
      'Call J',
      'View An Do',
      'JosÉ',
      'John Doe',
      'jane@example.test',
      'Acme',
    ],
    ...[
      'Frau Klein',
      'Herr Jäger öffnen',
      'Freitag',
      'Nachricht an Wolf',
      'Schumacher',
      'Neuhaus',
      'Kaufmann',
      'Martin',
      'Rose',
      'Dossier de Pierre',
      'd’Arc',
    ],
    ...['Claire', 'Mensaje a Rosa', 'Dolores', 'Abrir León', 'Ángel', 'Cruz'],
    ...[
      '联系王小明',
      '山田太郎さんに連絡',
      '佐藤',
      '高橋さん',
      '林を編集',
      'さくら',
      'かおりに連絡',
      'もも',
      'マーク',
      'リサを削除',
      '田中商店',
      '新井',
      '未来',
    ],
    ...[
      '김민준 님에게 메시지',
      'مراسلة ليلى حداد',
      'رسالة إلى محمد',
      'صالح',
      'وليد',
      'שלח הודעה לדנה כהן',
      'Написать Анне Петровой',
      'Сохранить',
      '저장',
      'שמור',
    ],
    ...[
      'Μήνυμα στη Μαρία Παππά',
      'Αποθήκευση',
      'Ѕave',
      'Sаve',
      'A4',
      'Q3',
      'INV2024',
      'ⅫⅫ',
      '四五六',
      '१२३',
      '٤٥٦٧٨٩',
      '★★★',
      '',
    ],
    'Save the order of the new customer and close the window now',
    'Schwanger',
    'Kündigung bestätigen',
    'maladie',
  ])('%s', (text) => {
    expect(lexicon.knowsText(text)).toBe(false);
  });
});

test.each([
  ['Inbox (12)', 'Inbox'],
  ['Invoice 456,789.00 €', 'Invoice'],
  ['فاتورة ٤٥٦٧٨٩', 'فاتورة'],
  ['３件の注文', '件の注文'],
  ['Sa\u00adve', 'Save'],
  ['Save…', 'Save...'],
  ['🗑 Delete', 'Delete'],
  ['Orders / Invoices', 'Orders / Invoices'],
])('"%s" is disclosed without numbers and signs, as "%s"', (text, disclosed) => {
  expect(lexicon.disclosableText(text)).toBe(disclosed);
});

test('a pack adds words and phrases, and a name that it lists is known as a whole and not as a word', () => {
  const extended = lexicon.extend([{ words: ['Klemmbrett', 'Grant', '저장'], phrases: ['Grant', 'Ask Frank'] }]);
  for (const text of ['Klemmbrett öffnen', 'Grant', 'ask frank', '저장'])
    expect([text, extended.knowsText(text)]).toEqual([text, true]);
  for (const text of ['Grant details', 'Frank', 'Ask Rose']) expect([text, extended.knowsText(text)]).toEqual([text, false]);
  expect(lexicon.knowsText('Klemmbrett')).toBe(false);
});

test('single words are looked up in any case, with the parts of compounds', () => {
  for (const word of ['orders', 'ORDERS', 'order-items', 'orderItems', 'Lagerbestand'])
    expect([word, lexicon.hasWord(word)]).toEqual([word, true]);
  for (const word of ['mark', 'jane', 'janeRoe', 'x', 'qwzxvkpm', 'order1', 'e'])
    expect([word, lexicon.hasWord(word)]).toEqual([word, false]);
});
