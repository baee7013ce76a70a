import type { Walkthrough } from '../model/pack/guide.ts';
import type { Step } from '../model/pack/step.ts';
import type { StepPicture } from '../model/studio/step-picture.ts';
import { localize, type Text } from '../model/text/text.ts';
import { localizeBody } from '../packs/localize-body.ts';
import { pictureToSvg } from './picture-to-svg.ts';
import { escapeHtml, richToHtml } from './rich-to-html.ts';

interface HandoutOptions {
  /** Base language of the pack, and the one of the handout. */
  base: string;
  language: string;
  /** Pictures by id of the step. */
  pictures?: Readonly<Record<string, StepPicture>>;
  /** Whose way of working it is, as a sentence in that language. */
  credit?: string;
}

const RIGHT_TO_LEFT = /^(ar|ckb|dv|fa|he|ku-arab|ps|sd|ug|ur|yi)\b/i;

const STYLE = `
@page { size: A4; margin: 18mm; }
body { max-width: 174mm; margin: 0 auto; font: 11pt/1.45 system-ui, sans-serif; color: #111; background: #fff; overflow-wrap: anywhere; }
h1 { font-size: 18pt; margin: 0 0 2mm; }
.credit { margin: 0 0 6mm; color: #444; }
ol.steps { padding-inline-start: 8mm; }
ol.steps > li { margin-block-end: 6mm; break-inside: avoid; }
ol.steps > li::marker { font-weight: 700; }
h2 { font-size: 12pt; margin: 0; }
p { margin: 1mm 0; }
pre { white-space: pre-wrap; }
.fallback { padding-inline-start: 3mm; border-inline-start: 2px solid #888; color: #444; }
svg { display: block; max-width: 100%; max-height: 70mm; margin-block-start: 2mm; direction: ltr; }
svg rect { fill: none; stroke: #999; }
svg .bar { fill: #ddd; stroke: none; }
svg text { font-family: system-ui, sans-serif; fill: #333; }
svg .target > rect { stroke: #1d6354; stroke-width: 3; }`;

/** A walkthrough on paper: one HTML file that needs nothing else. */
export function writeHandout(guide: Walkthrough, options: HandoutOptions): string {
  const { base, language, credit } = options;
  const { text: title, language: shown } = localize(guide.title, [language], base);
  const steps = guide.steps.map((step) => writeStep(step, options)).join('\n');
  return `<!doctype html>
<html lang="${escapeHtml(shown)}" dir="${directionOf(shown)}">
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>${STYLE}
</style>
<h1>${escapeHtml(title)}</h1>
${credit ? `<p class="credit" dir="auto">${escapeHtml(credit)}</p>\n` : ''}<ol class="steps">
${steps}
</ol>
</html>
`;
}

const directionOf = (language: string): 'rtl' | 'ltr' => (RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr');

function writeStep({ id, title, body, fallbackBody }: Step, { base, language, pictures = {} }: HandoutOptions): string {
  const heading = localize(title, [language], base);
  const picture = Object.hasOwn(pictures, id) ? pictureToSvg(pictures[id]!) : '';
  const part = (text: Text, as: string) => {
    const { rich, language: shown } = localizeBody(text, { language: base }, [language]);
    return `<div class="${as}" lang="${escapeHtml(shown)}" dir="${directionOf(shown)}">${richToHtml(rich)}</div>`;
  };
  return `<li><h2 lang="${escapeHtml(heading.language)}" dir="${directionOf(heading.language)}">${escapeHtml(heading.text)}</h2>${part(body, 'body')}${
    fallbackBody === undefined ? '' : part(fallbackBody, 'fallback')
  }${picture}</li>`;
}
