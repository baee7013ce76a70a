import { type EntryMemory, nameControl } from '../../locator/page/name-control.ts';
import type { PageModel } from '../../locator/page/page-model.ts';
import { isField, roleOf } from '../../locator/page/role.ts';
import type { StepPicture } from '../../model/studio/step-picture.ts';

type PictureBox = StepPicture['boxes'][number];

/** The picture shows so much around the control, in CSS pixels. */
const WIDTH = 480;
const HEIGHT = 280;
/** Boxes of one picture; those nearest to the control are taken. */
const MAX_BOXES = 40;
const MAX_TEXT = 80;
const MAX_ICON = 44;

/** A picture of what is drawn around a control: boxes of controls and headings, with those names that are no data. Undefined for what has no size. */
export function capturePicture(target: Element, { candidates }: PageModel, memory: EntryMemory): StepPicture | undefined {
  const own = candidates.find(({ element }) => element === target) ?? boxOf(target);
  if (own.w < 1 || own.h < 1) return undefined;
  const left = Math.max(0, own.x + own.w / 2 - WIDTH / 2);
  const top = Math.max(0, own.y + own.h / 2 - HEIGHT / 2);
  const distance = ({ x, y, w, h }: Box) => Math.hypot(x + w / 2 - own.x - own.w / 2, y + h / 2 - own.y - own.h / 2);
  const near = candidates
    .filter((one) => one.element !== target && isInside(one, left, top) && one.element.checkVisibility())
    .sort((one, other) => distance(one) - distance(other))
    .slice(0, MAX_BOXES - 1);
  const drawn = (element: Element, box: Box, isTarget: boolean): PictureBox => {
    const { name } = nameControl(element, memory);
    return {
      box: [box.x - left, box.y - top, box.w, box.h].map(Math.round) as PictureBox['box'],
      shape: shapeOf(element, box),
      ...(name && { text: name.slice(0, MAX_TEXT) }),
      ...(isTarget && { isTarget }),
    };
  };
  return {
    width: WIDTH,
    height: HEIGHT,
    boxes: [...near.map((one) => drawn(one.element, one, false)), drawn(target, own, true)],
  };
}

interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

function boxOf(element: Element): Box {
  const { left, top, width, height } = Element.prototype.getBoundingClientRect.call(element);
  return { x: left + window.scrollX, y: top + window.scrollY, w: width, h: height };
}

/** Is it wholly or partly in the picture, and no part of the page that holds others? */
const isInside = ({ x, y, w, h }: Box, left: number, top: number): boolean =>
  w >= 1 && h >= 1 && h <= HEIGHT / 2 && x + w > left && x < left + WIDTH && y + h > top && y < top + HEIGHT;

const SHAPE_OF_ROLE: Readonly<Record<string, PictureBox['shape']>> = {
  ...{
    button: 'button',
    link: 'link',
    tab: 'tab',
    heading: 'heading',
    columnheader: 'heading',
    checkbox: 'check',
    radio: 'check',
  },
  ...{ switch: 'check', img: 'icon', row: 'row', option: 'row', treeitem: 'row', menuitem: 'row' },
};

function shapeOf(element: Element, { w, h }: Box): PictureBox['shape'] {
  const role = roleOf(element);
  if (isField(role)) return 'field';
  const shape = SHAPE_OF_ROLE[role];
  if (shape === 'button' && w <= MAX_ICON && h <= MAX_ICON && !element.textContent?.trim()) return 'icon';
  return shape ?? (w * h > 20_000 ? 'area' : 'text');
}
