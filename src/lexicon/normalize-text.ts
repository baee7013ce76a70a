/** Tashkeel and the superscript alef, which Arabic leaves out or writes at will. */
const ARABIC_VOWEL_SIGNS = /[\u064B-\u0652\u0670\u0640]/g;
const ALEF_VARIANTS = /[آأإٱ]/g;

/** One spelling for texts that readers take for the same: NFKC, without invisible characters, without optional Arabic signs. */
export const normalizeText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}|\p{DI}/gu, '')
    .replace(/[’ʼ‘‛＇]/g, "'")
    .replace(ARABIC_VOWEL_SIGNS, '')
    .replace(ALEF_VARIANTS, 'ا');

/** The form in which words are looked up. */
export const normalizeWord = (word: string): string => normalizeText(word).toLowerCase().normalize('NFC').replace(/ß/g, 'ss');
