/** Languages that guides are often written in; each of them, and every other, can be edited beside the first. */
export const commonLanguages = [
  ...[
    'ar',
    'bg',
    'cs',
    'da',
    'de',
    'el',
    'en',
    'es',
    'et',
    'fi',
    'fr',
    'he',
    'hi',
    'hr',
    'hu',
    'id',
    'it',
    'ja',
    'ko',
    'lt',
    'lv',
  ],
  ...['nb', 'nl', 'pl', 'pt', 'pt-BR', 'ro', 'sk', 'sl', 'sr', 'sv', 'th', 'tr', 'uk', 'vi', 'zh-CN', 'zh-TW'],
];

/** `German`, in the language of the page. */
export function languageName(tag: string): string {
  const page = document.documentElement.lang || 'en';
  return new Intl.DisplayNames(page, { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}
