import type { ThemeText } from '../../src/themes/theme.ts';

/** Sample data, invented for these tests: what people might write about a purchasing app, by language and theme. */
const SAMPLES: Record<string, Record<string, string[]>> = {
  en: {
    print: [
      'Printing an order takes forever',
      'The order does not print on my printer',
      'I cannot print the purchase order',
      'Print preview cuts off the right column',
      'The printer prints every order twice',
      'Where do I print an order as PDF?',
      'Print button is missing on the order page',
      'Printing the PDF of an order fails',
    ],
    login: [
      'I am logged out in the middle of my work',
      'Login asks for my password three times a day',
      'The password reset mail never arrives',
      'Why does login need a password again after lunch?',
      'Login page rejects my new password',
      'My session ends and I have to log in again',
      'I forgot my password and the reset link is expired',
      'Single sign-on sends me back to the login page',
    ],
    supplier: [
      'Supplier search finds nothing unless I type the exact name',
      'I cannot find a supplier by city',
      'Searching a supplier by its number is slow',
      'The supplier list is not sorted by name',
      'Supplier search should ignore upper and lower case',
      'Search shows suppliers that are blocked',
      'A new supplier does not appear in the supplier search',
      'Filter of the supplier list is lost when I go back',
    ],
    invoice: [
      'Invoice amounts are rounded differently than in the contract',
      'The invoice total is wrong when there is a discount',
      'I cannot attach two files to an invoice',
      'The VAT on the invoice is calculated twice',
      'Invoice approval gets stuck with my manager',
      'The invoice shows the wrong VAT rate',
      'Nobody sees who has to approve the invoice',
      'Invoice was approved but the amount is still open',
    ],
    calendar: [
      'The delivery date cannot be on a Saturday',
      'Date picker starts the week on Sunday',
      'The delivery date jumps to next year',
      'I want to type the date instead of clicking through the calendar',
      'Calendar of the delivery date opens outside the window',
      'The date format is American, I need day first',
      'The date picker ignores my keyboard',
      'Delivery date is one day off after saving',
    ],
  },
  de: {
    drucken: [
      'Die Bestellung lässt sich nicht drucken',
      'Beim Drucken der Bestellung fehlt die letzte Seite',
      'Der Drucker druckt jede Bestellung doppelt',
      'Wo kann ich eine Bestellung als PDF drucken?',
      'Das Drucken dauert viel zu lange',
      'Druckvorschau der Bestellung bleibt leer',
    ],
    urlaub: [
      'Der Urlaubsantrag zeigt den falschen Resturlaub',
      'Mein Urlaub wurde genehmigt, aber nicht abgezogen',
      'Ich kann keinen halben Tag Urlaub beantragen',
      'Urlaubsantrag lässt sich nicht stornieren',
      'Wer genehmigt meinen Urlaub, wenn die Leiterin fehlt?',
      'Resturlaub aus dem Vorjahr fehlt im Urlaubskonto',
    ],
  },
  ja: {
    insatsu: [
      '注文書の印刷ができません',
      '注文書を印刷すると二枚出ます',
      '印刷ボタンが見つかりません',
      '注文書の印刷に時間がかかります',
      '印刷プレビューが表示されません',
      '注文書をPDFで印刷したい',
    ],
    kensaku: [
      '仕入先の検索が遅いです',
      '仕入先を番号で検索できません',
      '検索結果に仕入先が出てきません',
      '仕入先の検索条件が保存されません',
      '検索で古い仕入先が表示されます',
      '仕入先の名前で検索しても見つかりません',
    ],
  },
};

export interface SampleText extends ThemeText {
  label: string;
}

/** Texts with ids such as `en-print-0`; without a language, so that it has to be detected. */
export function sampleTexts(...languages: string[]): SampleText[] {
  return languages.flatMap((language) =>
    Object.entries(SAMPLES[language]!).flatMap(([label, bodies]) =>
      bodies.map((text, index) => ({ id: `${language}-${label}-${index}`, text, label: `${language} ${label}` })),
    ),
  );
}
