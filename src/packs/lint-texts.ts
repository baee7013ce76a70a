import type { Fault } from '../model/fault/fault.ts';
import type { Pack } from '../model/pack/pack.ts';
import { visibleText } from '../model/text/visible-text.ts';
import { type PlacedText, textsOf, wordingsOf } from './texts-of.ts';

/**
 * Characters that fit without scrolling. A tip is 320 pixels wide, about 45 characters per line, and eight lines fit beside a control
 * without covering what it belongs to; a step may have twelve. A title has a line and a half, a button one line.
 */
const MAX_CHARS = { title: 70, label: 32, tip: 360, step: 540, name: 200 } as const;

/** Finds texts that lack the base language, if it is known, that are too long for where they are shown, or that hold what nobody sees. */
export function lintTexts(pack: Pack, isBaseUnknown = false): Fault[] {
  return textsOf(pack).flatMap((one) => [
    ...(isBaseUnknown ? [] : withoutBase(one, pack.language)),
    ...tooLong(one, pack.language),
    ...unseen(one, pack.language),
  ]);
}

function withoutBase({ path, text }: PlacedText, base: string): Fault[] {
  if (typeof text === 'string' || text[base] !== undefined) return [];
  const reason = `has no "${base}", the base language`;
  return [{ path, reason, remedy: `Add it: it is shown to whoever reads none of ${Object.keys(text).join(', ')}.` }];
}

function tooLong(one: PlacedText, base: string): Fault[] {
  const limit = MAX_CHARS[one.as];
  return wordingsOf(one, base).flatMap(({ path, wording }): Fault[] => {
    const word = wording.split(/[\s/\-–—_.]+/).find((part) => part.length > 40 && one.as !== 'name');
    const faults: Fault[] = [];
    if (wording.length > limit)
      faults.push({
        path,
        reason: `has ${wording.length} characters; about ${limit} fit`,
        remedy: one.as === 'tip' ? 'Say it shorter, or make it a walkthrough.' : 'Say it shorter.',
        warning: true,
      });
    if (word)
      faults.push({
        path,
        reason: `has a word of ${word.length} characters: "${word.slice(0, 30)}…"`,
        remedy: BREAK_WORD_REMEDY,
        warning: true,
      });
    return faults;
  });
}

/** Characters that are removed before the text is shown. */
function unseen(one: PlacedText, base: string): Fault[] {
  return wordingsOf(one, base).flatMap(({ path, wording }): Fault[] => {
    const lines = wording.replace(/\r\n?/g, '\n');
    if (one.as === 'name' || visibleText(lines) === lines) return [];
    const codes = [...new Set(lines)].filter((char) => !visibleText(lines).includes(char)).map(codePointName);
    const reason = `holds characters that nobody sees${codes.length ? ` (${codes.slice(0, 5).join(', ')})` : ''}; they are not shown`;
    return [{ path, reason, remedy: 'Remove them. The direction of a text follows from its language.', warning: true }];
  });
}

const codePointName = (char: string): string => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

const BREAK_WORD_REMEDY = 'Words this long run out of the box: put a hyphen in, or make it a link with a short text.';
