const button = (name: string) => ({ role: 'button', name });

/** A walkthrough of one field, which this completes. */
const walkOnAccount = (id: string, title: string, where: string | string[], advance: { on: string }) => ({
  ...{ kind: 'walkthrough', id, title, where: [where].flat() },
  steps: [
    { id: 'account', title: 'The account', body: 'It is this one.', anchor: { role: 'textbox', name: 'Account' }, advance },
    { id: 'rest', title: 'Leave it to rest', body: 'It is saved.' },
  ],
});

/** One pack for all awkward pages: nearly every one has a button to approve an order. */
export const awkwardPack = {
  format: 'cairn/1',
  id: 'awkward',
  version: 1,
  app: 'awkward',
  title: 'Awkward pages',
  language: 'en',
  sample: true,
  guides: [
    {
      kind: 'tip',
      id: 'approve',
      title: 'Approving',
      anchor: button('Approve order'),
      body: 'An approved order can be **paid**.',
      opens: 'approve-one',
    },
    {
      kind: 'tip',
      id: 'release',
      title: 'Releasing',
      where: ['/spa/release', '/spa.html#/release'],
      anchor: button('Release order'),
      body: 'Only where an order is released.',
    },
    { kind: 'tip', id: 'pay', title: 'Paying', anchor: button('Pay order'), body: 'Paid from the cost centre of the order.' },
    {
      kind: 'notice',
      id: 'one-step',
      title: 'Orders in one step',
      where: ['/form.html'],
      priority: 60,
      body: 'Name the supplier, and the rest is filled in.',
    },
    {
      kind: 'notice',
      id: 'by-voice',
      title: 'Orders by voice',
      where: ['/form.html'],
      body: 'Say what you need.',
    },
    {
      kind: 'walkthrough',
      id: 'approve-one',
      title: 'Approve an order',
      steps: [
        {
          id: 'press',
          title: 'Approve it',
          body: 'Press **Approve order**.',
          anchor: button('Approve order'),
          advance: { on: 'click' },
        },
        { id: 'rest', title: 'Leave it to rest', body: 'Payment follows by itself.' },
      ],
    },
    walkOnAccount('choose', 'Choose an account', '/press-through.html', { on: 'click' }),
    walkOnAccount('name', 'Name an account', ['/component-field.html', '/cell-editor.html'], { on: 'input' }),
    walkOnAccount('check', 'Check an account', '/cell-editor.html', { on: 'next' }),
    {
      kind: 'walkthrough',
      id: 'create',
      title: 'Create an account',
      where: ['/form-gone.html'],
      steps: [
        { id: 'open', title: 'Open the form', body: 'Press it.', anchor: button('Create account'), advance: { on: 'click' } },
        { id: 'name', title: 'Name it', body: 'Type the name.', anchor: { role: 'textbox', name: 'Account' } },
      ],
    },
    {
      kind: 'walkthrough',
      id: 'pay-one',
      title: 'Pay an order',
      where: ['/frame-other.html'],
      steps: [
        {
          id: 'start',
          title: 'Start the payment',
          body: 'Press **Start payment**.',
          anchor: button('Start payment'),
          advance: { on: 'click' },
        },
        { id: 'pay', title: 'Pay it', body: 'Press **Pay order**.', anchor: button('Pay order'), advance: { on: 'click' } },
        { id: 'archive', title: 'Archive it', body: 'It is done.', anchor: button('Archive order') },
      ],
    },
  ],
};
