import type { ActKind } from '../../model/studio/observed-act.ts';

/** Sentences with more to say than their act: a choice with its option, a check with its state, a fall-back for what has no phrase. */
type Phrase = Exclude<ActKind, 'check'> | 'input-enter' | 'choose-option' | 'check-on' | 'check-off' | 'go';

export type NounKey =
  | 'button'
  | 'link'
  | 'tab'
  | 'menuitem'
  | 'checkbox'
  | 'radio'
  | 'list'
  | 'field'
  | 'slider'
  | 'option'
  | 'row'
  | 'control';

export type PartKey = 'form' | 'dialog' | 'navigation' | 'toolbar' | 'table' | 'main';

export interface DraftPhrases {
  sentences: Readonly<Record<Phrase, string>>;
  nouns: Readonly<Record<NounKey, string>>;
  parts: Readonly<Record<PartKey, string>>;
  /** A control by its number among its like. */
  nth: string;
  /** A control, and the part of the page it is in. */
  within: string;
}
