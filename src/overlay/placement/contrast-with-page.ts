import { composedAncestors } from '../../dom/composed-tree.ts';

/** WCAG 2.2, 1.4.11: what marks a control differs this much from what is beside it. */
const MIN_CONTRAST = 3;
/** Elements whose own drawing is their background. */
const PICTURES = /^(img|picture|video|canvas|svg|iframe|frame|object|embed)$/;

type Rgb = readonly [number, number, number];

/**
 * Does this colour stand out from what is around the element, and from the element itself where the mark lies on it? No where that is a
 * picture or a gradient: its colours are not known.
 */
export function standsOutBy(element: Element, colour: string, isOnElement: boolean): boolean {
  const own = parseColour(colour);
  const ancestors = composedAncestors(element);
  const backdrops = isOnElement ? [ancestors, ancestors.slice(1)] : [ancestors.slice(1)];
  return backdrops.every((layers) => {
    const backdrop = backgroundOf(layers, element.ownerDocument);
    return own !== undefined && backdrop !== undefined && contrastOf(own.rgb, backdrop) >= MIN_CONTRAST;
  });
}

/** The colour of what is drawn on these elements, from the first opaque background outwards; undefined where it cannot be told. */
function backgroundOf(elements: readonly Element[], document: Document): Rgb | undefined {
  const layers: { rgb: Rgb; alpha: number }[] = [];
  for (const around of elements) {
    if (PICTURES.test(around.localName)) return undefined;
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(around);
    if (backgroundImage !== 'none' || opacity !== '1') return undefined;
    const layer = parseColour(backgroundColor);
    if (!layer) return undefined;
    layers.push(layer);
    if (layer.alpha === 1) break;
  }
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  const isDark = /dark/.test(scheme) && (!/light/.test(scheme) || matchMedia('(prefers-color-scheme: dark)').matches);
  const canvas: Rgb = isDark ? [18, 18, 18] : [255, 255, 255];
  return layers.reduceRight<Rgb>((under, { rgb, alpha }) => {
    const mix = (i: 0 | 1 | 2) => rgb[i] * alpha + under[i] * (1 - alpha);
    return [mix(0), mix(1), mix(2)];
  }, canvas);
}

/** Computed colours are `rgb(…)` or `rgba(…)`; others, as of wide gamuts, are not told. */
function parseColour(colour: string): { rgb: Rgb; alpha: number } | undefined {
  if (!/^rgba?\(/.test(colour)) return undefined;
  const [r, g, b, alpha = 1] = colour.match(/[\d.]+/g)!.map(Number);
  return { rgb: [r!, g!, b!], alpha };
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrastOf(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminanceOf(a), luminanceOf(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminanceOf([r, g, b]: Rgb): number {
  const linear = (value: number) => (value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}
