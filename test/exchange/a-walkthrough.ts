import { walkthrough } from '../../src/model/pack/guide.ts';

const both = (en: string, de: string) => ({ en, de });
const button = (name: string) => ({ role: 'button', name });
const body = both('Do **it**.', 'Tun Sie **es**.');

/** A walkthrough with every way to complete a step. */
export const aWalkthrough = walkthrough.parse({
  kind: 'walkthrough',
  id: 'place-an-order',
  title: both('Place an order', 'Bestellen'),
  credit: { name: 'Ada Lovelace', department: 'Purchasing' },
  steps: [
    {
      id: 'open',
      title: both('Open', 'Öffnen'),
      body,
      anchor: button('More'),
      at: '/orders',
      go: '/orders',
      advance: { on: 'hover' },
    },
    { id: 'new', title: 'New', body, anchor: button('New "order"'), revealedBy: 'open', advance: { on: 'click' } },
    {
      id: 'amount',
      title: 'Amount',
      body,
      anchor: { role: 'textbox', name: both('Amount', 'Betrag'), traits: { box: [0, 0, 200, 40] } },
      advance: { on: 'input', value: { is: 'filled' } },
      do: { act: 'fill', with: '12' },
    },
    {
      id: 'terms',
      title: 'Terms',
      body,
      anchor: { role: 'combobox', name: 'Terms' },
      advance: { on: 'choose', option: both('Net 30', '30 Tage') },
    },
    { id: 'row', title: 'Row', body, anchor: { role: 'row', name: 'Open' }, advance: { on: 'double-click' } },
    {
      id: 'card',
      title: 'Card',
      body,
      anchor: { role: 'listitem', name: 'Card' },
      advance: { on: 'drag', to: { role: 'list', name: 'Done' } },
    },
    { id: 'file', title: 'File', body, anchor: button('Attach'), advance: { on: 'file' } },
    { id: 'unnamed', title: 'Unnamed', body, anchor: { role: 'button' }, advance: { on: 'click' } },
    { id: 'saved', title: 'Saved', body, advance: { on: 'appears', anchor: { role: 'status', name: 'Saved' } } },
    { id: 'gone', title: 'Gone', body, anchor: { role: 'dialog', name: 'Draft' }, advance: { on: 'disappears' } },
    { id: 'there', title: 'There', body, anchor: button('Back'), advance: { on: 'place', to: '/orders/:id' } },
    { id: 'done', title: 'Done', body },
  ],
});
