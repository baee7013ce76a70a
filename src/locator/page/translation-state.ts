import { documentOf } from '../../dom/node-getters.ts';

/** What browsers' page translations leave around the texts that they replace: Chromium nested `font` elements, Edge attributes. */
const TRANSLATED_TEXT = 'font > font, [_msttexthash]';

/**
 * Whether, and to which language, the page of an element has been translated: differs before and after a browser's page translation, and
 * after its end. Firefox changes the texts in place and the language of the document.
 */
export function translationState(element: Element): string {
  const page = documentOf(element);
  const { lang, classList } = page.documentElement;
  const direction = [...classList].find((name) => name.startsWith('translated-')) ?? '';
  return [lang, direction, page.querySelector(TRANSLATED_TEXT) !== null].join(' ');
}
