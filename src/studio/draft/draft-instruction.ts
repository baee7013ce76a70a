import type { Anchor } from '../../model/pack/anchor.ts';
import type { ObservedAct } from '../../model/studio/observed-act.ts';
import { nounOf, partOf, phrasesFor } from './draft-phrases.ts';
import type { DraftPhrases } from './phrase-table.ts';

/** What a step is called, and its instruction in Markdown. */
export interface Instruction {
  title: string;
  body: string;
}

type Mark = (name: string) => string;

const MARKDOWN = /[\\`*_{}[\]()#+\-.!<>|~&]/g;
const strong: Mark = (name) => `**${name.replace(MARKDOWN, '\\$&')}**`;
const plain: Mark = (name) => name;
const MAX_TITLE = 120;

/** The instruction for an act in a language: with the names that the act has, else with the role and the position of its control. */
export function instructionFor(act: ObservedAct, language: string): Instruction {
  const phrases = phrasesFor(language);
  const sentence = phrases.sentences[phraseOf(act)];
  const write = (mark: Mark) =>
    fill(sentence, {
      control: controlText(act.anchor, act.position, phrases, mark),
      target: act.to ? controlText(act.to, undefined, phrases, mark) : '',
      option: act.option ? mark(act.option) : '',
      key: act.key ? mark(act.key) : '',
    });
  return { title: titleOf(write(plain)), body: write(strong) };
}

/** The instruction to go to a page of the app. */
export function instructionToGo(place: string, language: string): Instruction {
  const { sentences } = phrasesFor(language);
  return { title: titleOf(fill(sentences.go, { place })), body: fill(sentences.go, { place: `\`${place}\`` }) };
}

function phraseOf({ kind, option, state, key }: ObservedAct): keyof DraftPhrases['sentences'] {
  if (kind === 'check') return state === 'off' ? 'check-off' : 'check-on';
  if (kind === 'choose' && option) return 'choose-option';
  if (kind === 'input' && key) return 'input-enter';
  if (kind === 'press-key' && !key) return 'in-words';
  return kind;
}

function controlText({ role, name }: Anchor, position: ObservedAct['position'], phrases: DraftPhrases, mark: Mark): string {
  if (typeof name === 'string') return mark(name);
  const noun = nounOf(role, phrases);
  const { nth, of, within } = position ?? {};
  const counted = nth && of && of > 1 ? fill(phrases.nth, { noun, nth: String(nth), of: String(of) }) : noun;
  const part = within && (within.name ? mark(within.name) : partOf(within.role, phrases));
  return part ? fill(phrases.within, { control: counted, part }) : counted;
}

const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');

/** A title has no full stop, and begins with the verb. */
const titleOf = (sentence: string): string => sentence.replace(/[.。]$/, '').slice(0, MAX_TITLE);
