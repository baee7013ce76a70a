import { expect, test } from 'vitest';
import type {
  LocalizedChecklist,
  LocalizedGuide,
  LocalizedNotice,
  LocalizedQuestion,
  LocalizedReply,
} from '../../../src/model/pack/localized-guide.ts';
import { type PromptContext, pickPrompt } from '../../../src/overlay/prompts/pick-prompt.ts';

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
const moment = (route: string, routes?: string[]): PromptContext => ({
  route,
  own: { replies: routes ? { 'basics/reply': { routes } } : {} },
});

test.each<[string, LocalizedGuide[], PromptContext, string | undefined]>([
  ['nobody, where nothing fits', [], moment('/orders'), undefined],
  ['no checklist: it is opened', [checklist], moment('/orders'), undefined],
  ['the first that fits', [question, notice('news')], moment('/orders'), 'question'],
  ['what is about safety, before all', [question, reply(), notice('care', true)], moment('/orders', ['/orders']), 'care'],
  ['a reply to this person, before news', [notice('news'), reply()], moment('/orders', ['/orders']), 'reply'],
  ['no reply where they did not say it', [reply()], moment('/orders/:id', ['/orders']), undefined],
  ['a reply where they said it, whatever route it names', [reply()], moment('/orders/:id', ['/orders/:id']), 'reply'],
  ['a reply in the places that it names', [reply({ where: ['/home'] })], moment('/home', ['/orders']), 'reply'],
  ['no reply to others', [reply()], moment('/orders'), undefined],
  ['no reply to others in its places either', [reply({ where: ['/orders'] })], moment('/orders'), undefined],
  ['a reply for everyone, in its turn', [notice('news'), reply({ for: 'everyone' })], moment('/orders'), 'news'],
  ['a reply for everyone, on its route', [reply({ for: 'everyone' })], moment('/orders'), 'reply'],
  ['no reply for everyone on another route', [reply({ for: 'everyone' })], moment('/home'), undefined],
  [
    'a reply for everyone to ids alone, anywhere',
    [reply({ for: 'everyone', to: { feedback: ['x'] } })],
    moment('/home'),
    'reply',
  ],
])('%s', (_, fitting, at, expected) => {
  expect(pickPrompt(fitting, at)?.id).toBe(expected);
});
