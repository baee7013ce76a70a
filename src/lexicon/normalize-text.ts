/** Tashkeel, the superscript alef and the stretching line, which Arabic writes at will. */
const ARABIC_OPTIONAL_SIGNS = /[\u064B-\u0652\u0670\u0640]/g;
const ALEF_VARIANTS = /[آأإٱ]/g;

/** One spelling for texts that readers take for the same: NFKC, without invisible characters and without optional Arabic signs. */
export const normalizeText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}|\p{DI}/gu, '')
    .replace(/[’ʼ‘‛]/g, "'")
    .replace(/[‐‑]/g, '-')
    .replace(ARABIC_OPTIONAL_SIGNS, '')
    .replace(ALEF_VARIANTS, 'ا');

/** The form in which words are looked up. */
export const normalizeWord = (word: string): string => normalizeText(word).toLowerCase().normalize('NFC').replace(/ß/g, 'ss');

/** Without accents, as capitals in French and Spanish are often written. */
export const withoutAccents = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC');
