/**
 * A text without characters that nobody sees, or that show it in another order than it is read: controls, bidirectional marks and
 * overrides, zero-width characters, fillers. What a script or an emoji needs of them stays: joiners between letters of joining scripts and
 * between emoji, variation selectors after what they vary, the signs of Arabic that stand before a number.
 */
export const visibleText = (text: string): string => text.replace(LINE_SEPARATORS, '\n').replace(UNSEEN, '');

const LINE_SEPARATORS = /\r\n?|[\u2028\u2029]/g;

/** Letters and marks that are seen, of scripts whose letters join, where a joiner or a non-joiner changes what is read. */
const JOINING =
  '[[\\p{scx=Arab}\\p{scx=Syrc}\\p{scx=Nkoo}\\p{scx=Mong}\\p{scx=Deva}\\p{scx=Beng}\\p{scx=Guru}\\p{scx=Gujr}\\p{scx=Orya}\\p{scx=Taml}\\p{scx=Telu}\\p{scx=Knda}\\p{scx=Mlym}\\p{scx=Sinh}\\p{scx=Khmr}\\p{scx=Mymr}\\p{scx=Tibt}]&&[[\\p{L}\\p{M}]--\\p{Default_Ignorable_Code_Point}]]';

const MONGOLIAN = '[\\p{sc=Mong}--\\p{Default_Ignorable_Code_Point}]';

/** Formats that are drawn: Arabic signs around a number or at the end of a verse, the Syriac abbreviation mark. */
const DRAWN = '\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2';

const UNSEEN = new RegExp(
  [
    // A joiner stays after one letter or mark of such a script, and between two emoji.
    `(?<!${JOINING})\\u200c`,
    `\\u200c(?!\\p{L})`,
    `(?<!${JOINING}|[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f](?=\\u200d\\p{Extended_Pictographic}))\\u200d`,
    // A variation selector stays after what it can vary.
    `(?<![\\p{Emoji}\\p{sc=Han}\\p{sc=Mymr}\\p{Sm}])[\\ufe00-\\ufe0f]`,
    `(?<!\\p{sc=Han})[\\u{e0100}-\\u{e01ef}]`,
    `(?<!${MONGOLIAN})[\\u180b-\\u180d\\u180f]`,
    // Everything else of the kind goes.
    `(?![\\t\\n\\u200c\\u200d\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}\\u180b-\\u180d\\u180f${DRAWN}])[\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}]`,
  ].join('|'),
  'gv',
);
