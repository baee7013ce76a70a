const localized = (en: string, de: string, ar: string) => ({ en, de, ar });
const named = (role: string, en: string, de: string) => ({ role, name: { en, de } });
const approval = { role: 'dialog', name: 'Approval' };
const terms = named('combobox', 'Terms', 'Zahlungsziel');

/** A pack for the pages of test/pages/walk: every kind of step that there is. */
export const walkPack = {
  format: 'cairn/1',
  id: 'walk',
  version: 1,
  app: 'orders',
  title: localized('Orders', 'Bestellungen', 'الطلبات'),
  language: 'en',
  sample: true,
  places: ['/order.html', '/list.html', '/customer.html'],
  guides: [
    {
      kind: 'walkthrough',
      id: 'order',
      title: localized('Place an order', 'Eine Bestellung aufgeben', 'تقديم طلب'),
      steps: [
        {
          id: 'cookies',
          title: localized('Close the banner', 'Banner schließen', 'أغلق الشريط'),
          body: localized('It hides the form.', 'Es verdeckt das Formular.', 'إنه يخفي النموذج.'),
          anchor: { role: 'button', name: 'Accept all' },
          advance: { on: 'click' },
          optional: true,
        },
        {
          id: 'amount',
          title: localized('Enter the amount', 'Betrag eingeben', 'أدخل المبلغ'),
          body: localized(
            'In euros. **Over 1,000** it is checked.',
            'In Euro. **Über 1.000** wird geprüft.',
            'باليورو. **فوق 1000** تتم مراجعته.',
          ),
          anchor: named('textbox', 'Amount', 'Betrag'),
          at: '/order.html',
          go: '/order.html',
          advance: {
            on: 'input',
            value: { is: 'number', min: 1 },
            message: localized('The amount is still empty.', 'Der Betrag ist noch leer.', 'المبلغ لا يزال فارغًا.'),
          },
          do: { act: 'fill', with: '5000' },
        },
        {
          id: 'terms',
          title: localized('Choose the terms', 'Zahlungsziel wählen', 'اختر الشروط'),
          body: localized('Sixty days are usual.', 'Sechzig Tage sind üblich.', 'ستون يومًا هي المعتادة.'),
          anchor: terms,
          at: '/order.html',
          advance: { on: 'input' },
          do: { act: 'choose', option: { en: 'Net 60', de: '60 Tage' } },
        },
        {
          id: 'save',
          title: localized('Save', 'Sichern', 'احفظ'),
          body: localized('The order is checked at once.', 'Die Bestellung wird gleich geprüft.', 'تتم مراجعة الطلب فورًا.'),
          anchor: named('button', 'Save', 'Sichern'),
          at: '/order.html',
          advance: { on: 'click' },
          checks: [
            {
              requires: { is: 'value', anchor: terms, value: { is: 'filled' } },
              message: localized('The terms are still empty.', 'Das Zahlungsziel fehlt noch.', 'الشروط لا تزال فارغة.'),
            },
          ],
          next: [{ if: { is: 'appears', anchor: approval }, to: 'reason' }, { to: 'number' }],
          do: { act: 'click' },
        },
        {
          id: 'reason',
          title: localized('Say why', 'Begründen', 'اذكر السبب'),
          body: localized('One sentence is enough.', 'Ein Satz genügt.', 'جملة واحدة تكفي.'),
          anchor: { role: 'textbox', name: 'Reason' },
          advance: { on: 'input', value: { is: 'filled' } },
        },
        {
          id: 'number',
          title: localized('Wait for the number', 'Auf die Nummer warten', 'انتظر الرقم'),
          body: localized('It comes by itself.', 'Sie kommt von selbst.', 'يأتي تلقائيًا.'),
          advance: { on: 'appears', anchor: { role: 'status', name: 'Order number' } },
          wait: {
            seconds: 2,
            message: localized('The order is being checked…', 'Die Bestellung wird geprüft …', 'تجري مراجعة الطلب…'),
          },
        },
        {
          id: 'done',
          title: localized('Placed', 'Aufgegeben', 'تم'),
          body: localized('The order is on its way.', 'Die Bestellung ist unterwegs.', 'الطلب في طريقه.'),
        },
      ],
    },
    {
      kind: 'walkthrough',
      id: 'customer',
      title: localized('Block a customer', 'Einen Kunden sperren', 'حظر عميل'),
      steps: [
        {
          id: 'open',
          title: localized('Open the customer', 'Kunden öffnen', 'افتح العميل'),
          body: localized('It opens a tab of its own.', 'Er öffnet sich in einem eigenen Tab.', 'يُفتح في علامة تبويب جديدة.'),
          anchor: named('link', 'Open customer', 'Kunde öffnen'),
          at: '/order.html',
          advance: { on: 'click' },
        },
        {
          id: 'block',
          title: localized('Block', 'Sperren', 'احظر'),
          body: localized('Nothing is delivered any more.', 'Es wird nichts mehr geliefert.', 'لن يتم تسليم أي شيء.'),
          anchor: { role: 'button', name: 'Block customer' },
          at: '/customer.html',
        },
        {
          id: 'archive',
          title: localized('Archive', 'Ablegen', 'أرشف'),
          body: localized('Press **Archive**.', '**Ablegen** drücken.', 'اضغط **أرشفة**.'),
          anchor: { role: 'button', name: 'Archive this customer' },
          fallbackBody: localized('Press Ctrl+Shift+A.', 'Strg+Umschalt+A drücken.', 'اضغط Ctrl+Shift+A.'),
        },
      ],
    },
  ],
};
