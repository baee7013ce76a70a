import { expect, test } from 'vitest';
import { issueFaults } from '../../src/model/fault/issue-faults.ts';
import { pack } from '../../src/model/pack/pack.ts';
import { lintPack } from '../../src/packs/lint-pack.ts';
import { aPack } from './a-pack.ts';

const said = (words: string) => ({ en: words, de: words });
const notice = { kind: 'notice', id: 'news', title: said('News'), body: said('New.') };
const reply = {
  kind: 'reply',
  id: 'heard',
  title: said('Heard'),
  to: { route: '/orders' },
  youSaid: said('You said.'),
  weDid: said('We did.'),
};
const item = { id: 'one', title: said('One'), opens: 'new-order' };
const checklist = { kind: 'checklist', id: 'first', title: said('First'), items: [item] };
const question = { kind: 'question', id: 'how', title: said('How?'), asks: { what: 'umux-lite' } };
const order = { id: 'order', title: 'Order', start: '/orders/new', finish: '/orders/:id' };

/** What is at fault with one more guide in the pack: path within that guide, and the reason. */
function faults(guide: object): [string, string][] {
  const whole = { ...aPack, guides: [...aPack.guides, guide], tasks: [order] };
  const judged = pack.safeParse(whole);
  const found = judged.success ? lintPack(judged.data, '2026-11-22') : issueFaults(pack, whole, judged.error);
  return found.map(({ path, reason }) => [path.replace('guides[2].', ''), reason]);
}

test.each([
  ['a notice', notice],
  ['a notice that opens a walkthrough', { ...notice, opens: 'new-order' }],
  ['a reply', reply],
  ['a checklist', checklist],
  ['a question', question],
  [
    'a choice',
    {
      ...question,
      asks: {
        what: 'choice',
        options: [
          { id: 'a', text: said('A') },
          { id: 'b', text: said('B') },
        ],
      },
    },
  ],
  ['a link inside the app', { ...notice, link: { to: '/orders?new=1', text: said('Look') } }],
  ['a task with the way to it', { ...checklist, items: [{ ...item, task: 'order' }] }],
])('lint finds no fault in %s', (_, guide) => {
  expect(faults(guide)).toEqual([]);
});

const link = (to: string) => ({ ...notice, link: { to, text: said('Look') } });
test.each<[string, object, string, string]>([
  [
    'a reply that opens an unknown walkthrough',
    { ...reply, opens: 'nowhere' },
    'opens',
    'names no walkthrough of this pack: "nowhere"',
  ],
  ['a notice that opens an unknown guide', { ...notice, opens: 'nowhere' }, 'opens', 'names no walkthrough or checklist'],
  ['a notice that opens a tip', { ...notice, opens: 'search' }, 'opens', 'names no walkthrough or checklist'],
  ['two ways on', { ...link('/x'), opens: 'new-order' }, 'link', 'is one too many'],
  ['a link that runs', link('javascript:alert(1)'), 'link.to', 'must be an address inside the app'],
  ['a link to another host in disguise', link('//elsewhere.example/x'), 'link.to', 'must be an address inside the app'],
  ['a backslash that browsers read as a slash', link('/\\elsewhere.example'), 'link.to', 'must be an address inside the app'],
  ['a name in the address', link('https://bank.example@elsewhere.example/'), 'link.to', 'is an address that is never shown'],
  ['a reply to nobody', { ...reply, to: { choices: ['idea'] } }, 'to', 'must name feedback by id, or a route'],
  [
    'a control without its route',
    { ...reply, to: { feedback: ['5c2f5a1e-8f6b-4f0e-9a2b-0d6c1a7b3e11'], control: { role: 'button' } } },
    'to.control',
    'narrows a route',
  ],
  ['an item of nothing', { ...checklist, items: [{ id: 'one', title: said('One') }] }, 'items[0]', 'it could never be done'],
  ['an item of an unknown task', { ...checklist, items: [{ ...item, task: 'nothing' }] }, 'items[0].task', 'names no task'],
  [
    'a task with no way to it',
    { ...checklist, items: [{ id: 'one', title: said('One'), task: 'order' }] },
    'items[0]',
    'not told where to begin',
  ],
  ['an item with two ways', { ...checklist, items: [{ ...item, link: '/x' }] }, 'items[0].link', 'is one too many'],
  ['an item twice', { ...checklist, items: [item, item] }, 'items[1].id', 'is used twice'],
  [
    'a long list',
    { ...checklist, items: Array.from({ length: 11 }, (_, n) => ({ ...item, id: `i${n}` })) },
    'items',
    'has 11 items',
  ],
  ['a choice of one', { ...question, asks: { what: 'choice', options: [{ id: 'a', text: 'A' }] } }, 'asks.options', ''],
  ['a name that is asked for', { ...question, asks: { what: 'words', name: true } }, 'asks', ''],
  [
    'a button of two lines',
    { ...notice, link: { to: '/x', text: said('See everything that is new in the order list') } },
    'link.text.en',
    '32 fit',
  ],
  ['a body with an image', { ...notice, body: said('![A picture](https://x.example/p.png)') }, 'body.en', 'holds an image'],
])('lint reports %s', (_, guide, path, reason) => {
  const found = faults(guide);
  expect(
    found.map(([at]) => at).some((at) => at.startsWith(path)),
    JSON.stringify(found),
  ).toBe(true);
  expect(
    found.some(([at, why]) => at.startsWith(path) && why.includes(reason)),
    JSON.stringify(found),
  ).toBe(true);
});

test.each([
  ['lists in lists', '- '.repeat(3000)],
  ['quotes in quotes', '> '.repeat(3000)],
  ['emphasis in emphasis', '*a **b '.repeat(1000)],
])('%s without end are reported, and not parsed', (_name, body) => {
  const step = { id: 'one', title: said('One'), body: said(`${body}x`) };
  const found = faults({ kind: 'walkthrough', id: 'deep', title: said('Deep'), steps: [step] });
  expect(found.filter(([, reason]) => reason.startsWith('is nested so deeply'))).toHaveLength(2);
});
