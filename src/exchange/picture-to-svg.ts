import type { StepPicture } from '../model/studio/step-picture.ts';
import { type DrawnBox, type DrawnRect, drawStepPicture } from '../studio/drawing/draw-step-picture.ts';
import { escapeHtml } from './rich-to-html.ts';

/** A picture of a step as SVG markup: boxes around the control, with the app's own words, and the control itself marked. */
export function pictureToSvg(picture: StepPicture): string {
  const { viewBox, boxes } = drawStepPicture(picture);
  return `<svg viewBox="${viewBox}" aria-hidden="true">${boxes.map(boxToSvg).join('')}</svg>`;
}

function boxToSvg({ isTarget, frame, label }: DrawnBox): string {
  const labelled =
    label.is === 'bar'
      ? rectToSvg(label.rect, ' class="bar"')
      : `<text x="${label.x}" y="${label.y}" dominant-baseline="central" font-size="${label.size}">${escapeHtml(label.text)}</text>`;
  return `<g${isTarget ? ' class="target"' : ''}>${frame ? rectToSvg(frame) : ''}${labelled}</g>`;
}

const rectToSvg = ({ x, y, width, height, rx }: DrawnRect, attributes = ''): string =>
  `<rect${attributes} x="${x}" y="${y}" width="${width}" height="${height}" rx="${rx}"/>`;
