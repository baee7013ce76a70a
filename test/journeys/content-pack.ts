type Language = 'en' | 'ar';

/** One of each kind for the shop, in one language, so placed that each has a page to itself. */
export function contentPack(language: Language = 'en', version = 1) {
  return packOf((en, ar) => (language === 'en' ? en : ar), language, version);
}

const packOf = (said: (en: string, ar: string) => string, language: Language, version: number) => ({
  format: 'cairn/1',
  id: 'shop-content',
  version,
  app: 'shop',
  title: said('Shop news', 'أخبار المتجر'),
  language,
  sample: true,
  places: ['/order.html', '/products.html', '/index.html', '/'],
  tasks: [{ id: 'look-up', title: 'Look a product up', start: '/index.html', finish: '/products.html' }],
  guides: [
    {
      kind: 'walkthrough',
      id: 'scan',
      title: said('Scan a code', 'مسح رمز'),
      steps: [
        {
          id: 'scan',
          title: said('Scan the code', 'امسح الرمز'),
          body: said('Hold the code in front of the camera.', 'ضع الرمز أمام الكاميرا.'),
        },
      ],
    },
    {
      kind: 'tip',
      id: 'new',
      mark: 'underline',
      title: said('Or copy an old one', 'أو انسخ طلبًا قديمًا'),
      where: ['/index.html'],
      anchor: { role: 'button', name: 'New order' },
      body: said('An order that comes back is copied in **one** press.', 'الطلب المتكرر يُنسخ بضغطة **واحدة**.'),
    },
    {
      kind: 'notice',
      id: 'barcode',
      title: said('Scan instead of typing', 'امسح بدلًا من الكتابة'),
      where: ['/order.html'],
      body: said(
        'An order opens by its **barcode**: no more numbers to copy.',
        'يُفتح الطلب **برمزه الشريطي**: لا أرقام تُنسخ بعد الآن.',
      ),
      opens: 'scan',
    },
    {
      kind: 'notice',
      id: 'new-list',
      as: 'banner',
      title: said('A shorter list', 'قائمة أقصر'),
      where: ['/order.html'],
      after: [{ guide: 'barcode', state: 'dismissed' }],
      body: said(
        'Only open orders are listed now. Closed ones are one press away.',
        'تُعرض الطلبات المفتوحة فقط. المغلقة على بُعد ضغطة.',
      ),
      link: { to: '/products.html?new', text: said('See the list', 'عرض القائمة') },
    },
    {
      kind: 'notice',
      id: 'first-week-is-there',
      title: said('New here?', 'جديد هنا؟'),
      where: ['/order.html'],
      after: [{ guide: 'new-list', state: 'done' }],
      body: said('Three things, and you know your way round.', 'ثلاثة أمور، وتعرف طريقك.'),
      opens: 'first-week',
    },
    {
      kind: 'question',
      id: 'umux',
      title: said('How is the shop for you?', 'كيف تجد المتجر؟'),
      where: ['/products.html'],
      asks: { what: 'umux-lite', about: said('Shop', 'المتجر') },
    },
    {
      kind: 'question',
      id: 'how',
      title: said('How do you mostly order?', 'كيف تطلب غالبًا؟'),
      where: ['/products.html'],
      after: [{ guide: 'umux', state: 'done' }],
      asks: {
        what: 'choice',
        options: [
          { id: 'here', text: said('Here', 'هنا') },
          { id: 'phone', text: said('By phone', 'بالهاتف') },
        ],
      },
    },
    {
      kind: 'question',
      id: 'why',
      title: said('What would help most?', 'ما الذي يفيدك أكثر؟'),
      body: said('The shop’s team reads every answer.', 'يقرأ فريق المتجر كل إجابة.'),
      where: ['/products.html'],
      after: [{ guide: 'how', state: 'done' }],
      asks: { what: 'words' },
    },
    {
      kind: 'question',
      id: 'late',
      title: said('One more?', 'سؤال آخر؟'),
      where: ['/products.html'],
      after: [{ guide: 'why', state: 'done' }],
      asks: { what: 'words' },
    },
    {
      kind: 'reply',
      id: 'filter',
      title: said('Orders by customer', 'الطلبات حسب العميل'),
      to: { route: '/index.html', choices: ['missing'] },
      anchor: { role: 'searchbox', name: 'Find an order' },
      youSaid: said('A customer’s orders were hard to find.', 'كان العثور على طلبات عميل صعبًا.'),
      weDid: said('The search now takes the customer’s **name**.', 'يقبل البحث الآن **اسم** العميل.'),
      opens: 'scan',
    },
    {
      kind: 'reply',
      id: 'print',
      title: said('Printing is back', 'عادت الطباعة'),
      to: { route: '/order.html', choices: ['works'] },
      for: 'everyone',
      where: ['/'],
      youSaid: said('Printing went missing.', 'اختفت الطباعة.'),
      weDid: said('**Print** is back where it was.', 'عاد زر **الطباعة** إلى مكانه.'),
    },
    {
      kind: 'checklist',
      id: 'first-week',
      title: said('Your first week', 'أسبوعك الأول'),
      body: said('Half an hour, in your own time.', 'نصف ساعة، متى شئت.'),
      items: [
        { id: 'learn', title: said('See how a code is scanned', 'شاهد كيف يُمسح الرمز'), opens: 'scan' },
        {
          id: 'do',
          title: said('Look a product up', 'ابحث عن منتج'),
          body: said('From the orders to the products.', 'من الطلبات إلى المنتجات.'),
          task: 'look-up',
          link: '/index.html',
        },
        { id: 'read', title: said('See an order', 'اطّلع على طلب'), link: '/order.html?id=10001' },
      ],
      thanks: said('You know your way round now.', 'أصبحت تعرف طريقك الآن.'),
    },
  ],
});
