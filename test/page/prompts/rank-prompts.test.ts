import { expect, test } from 'vitest';
import type {
  LocalizedChecklist,
  LocalizedGuide,
  LocalizedNotice,
  LocalizedQuestion,
  LocalizedReply,
} from '../../../src/model/pack/localized-guide.ts';
import { type PromptContext, rankPrompts } from '../../../src/page/prompts/rank-prompts.ts';

const localized = (text: string) => ({ text, language: 'en' });
const body = { rich: [], language: 'en' };
const common = (id: string) => ({
  id,
  app: 'orders',
  pack: { id: 'basics', version: 1, title: localized('Basics'), language: 'en', sample: false },
  title: localized(id),
  priority: 50,
});
const notice = (id: string, safety = false): LocalizedNotice => ({ kind: 'notice', ...common(id), as: 'card', safety, body });
const question: LocalizedQuestion = { kind: 'question', ...common('question'), asks: { what: 'words' } };
const checklist: LocalizedChecklist = { kind: 'checklist', ...common('checklist'), items: [] };
const reply = (over: Partial<LocalizedReply> = {}): LocalizedReply => ({
  kind: 'reply',
  ...common('reply'),
  to: { route: '/orders' },
  for: 'contributors',
  youSaid: body,
  weDid: body,
  ...over,
});
const page = (route: string, routes?: string[]): PromptContext => ({
  route,
  own: { replies: routes ? { 'basics/reply': { routes } } : {} },
});

test.each<[string, LocalizedGuide[], PromptContext, string[]]>([
  ['no guides give no prompts', [], page('/orders'), []],
  ['a checklist is none: the person opens it', [checklist], page('/orders'), []],
  ['notices and questions keep their order', [question, notice('news')], page('/orders'), ['question', 'news']],
  [
    'a notice about safety is first, then a reply to this person',
    [question, reply(), notice('care', true)],
    page('/orders', ['/orders']),
    ['care', 'reply', 'question'],
  ],
  ['a reply to this person is before news', [notice('news'), reply()], page('/orders', ['/orders']), ['reply', 'news']],
  ['a reply to this person is none where they did not give the feedback', [reply()], page('/orders/:id', ['/orders']), []],
  [
    'a reply to this person is one where they gave it, whatever route it names',
    [reply()],
    page('/orders/:id', ['/orders/:id']),
    ['reply'],
  ],
  [
    'a reply to this person is one in the places that it names',
    [reply({ where: ['/home'] })],
    page('/home', ['/orders']),
    ['reply'],
  ],
  ['a reply to somebody else is none', [reply()], page('/orders'), []],
  ['a reply to somebody else is none in the places that it names', [reply({ where: ['/orders'] })], page('/orders'), []],
  ['a reply to everyone comes in its turn', [notice('news'), reply({ for: 'everyone' })], page('/orders'), ['news', 'reply']],
  ['a reply to everyone is one on its route', [reply({ for: 'everyone' })], page('/orders'), ['reply']],
  ['a reply to everyone is none on another route', [reply({ for: 'everyone' })], page('/home'), []],
  [
    'a reply to everyone that names feedback by id is one on every route',
    [reply({ for: 'everyone', to: { feedback: ['x'] } })],
    page('/home'),
    ['reply'],
  ],
])('%s', (_, guides, context, expected) => {
  expect(rankPrompts(guides, context).map(({ id }) => id)).toEqual(expected);
});
