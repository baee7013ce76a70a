import type { StepPicture } from '../model/studio/step-picture.ts';
import { escapeHtml } from './rich-to-html.ts';

/** Height of a bar that stands for a text that is not known. */
const BAR = 8;

/** A picture of a step as SVG: boxes around the control, with the app's own words, and the control itself marked. */
export function drawPicture({ width, height, boxes }: StepPicture): string {
  const drawn = boxes.map(({ box: [x, y, w, h], shape, text, isTarget }) => {
    const frame =
      shape === 'text' || shape === 'heading'
        ? ''
        : `<rect x="${x}" y="${y}" width="${Math.max(0, w)}" height="${Math.max(0, h)}" rx="3"/>`;
    const size = Math.max(8, Math.min(14, h * 0.6));
    const label =
      text === undefined
        ? `<rect class="bar" x="${x + 4}" y="${y + h / 2 - BAR / 2}" width="${Math.max(0, w - 8)}" height="${BAR}" rx="${BAR / 2}"/>`
        : `<text x="${x + 4}" y="${y + h / 2}" dominant-baseline="central" font-size="${size}">${escapeHtml(text)}</text>`;
    return `<g${isTarget ? ' class="target"' : ''}>${frame}${label}</g>`;
  });
  return `<svg viewBox="0 0 ${width} ${height}" aria-hidden="true">${drawn.join('')}</svg>`;
}
