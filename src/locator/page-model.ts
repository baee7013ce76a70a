import { type Branch, grow, type Page, pageOf } from './branch.ts';
import { met } from './met.ts';
import type { PageModel, Seen } from './seen.ts';
import { rarityOf } from './tally.ts';
import type { Met, Place, Reading } from './walk.ts';
import { print } from './words.ts';

/** Up to so many controls are all compared; a page with more is a long list or a grid. */
export const small = 250;

/**
 * Everything on a page that an anchor may mean, through shadow roots and frames of the same origin: controls and headings, and in a
 * wide model every element with words of its own.
 */
export function modelOf(root: Document | ShadowRoot, wide = false): PageModel {
  const page = pageOf(root, wide);
  grow(page);
  return modelFrom(page);
}

/** The model of a page that was read. */
export function modelFrom(page: Page): PageModel {
  const { root, isWide } = page;
  const document = root.nodeType === 9 ? (root as Document) : root.ownerDocument!;
  const view = document.defaultView;
  const reading: Reading = { rows: page.rows, seen: [], byElement: new Map() };
  const walk: Walk = { reading, met: [], isWide, said: '', heading: undefined, unfollowed: [] };
  const place = { landmark: '', form: undefined, inside: [], holder: undefined };
  enter(page.trunk, { ...place, dx: view?.scrollX ?? 0, dy: view?.scrollY ?? 0 }, walk);
  const seen = walk.met.length > small ? walk.met : walk.met.filter(isDrawn);
  reading.seen = seen;
  seen.forEach((one, at) => {
    one.at = at;
    reading.byElement.set(one.element, one);
  });
  let rarity: Map<number, number> | undefined;
  return {
    page,
    seen,
    byElement: reading.byElement,
    get rarity() {
      rarity ??= rarityOf(seen);
      return rarity;
    },
    isWide,
    width: view?.innerWidth || 1280,
    language: document.documentElement.lang.toLowerCase(),
  };
}

/** Has it any size? Asking lays out the page. */
export const isDrawn = ({ w, h }: Seen): boolean => w >= 1 && h >= 1;

/** The wide model beside a model; made once. */
export function wideOf(model: PageModel): PageModel {
  model.wide ??= modelOf(model.page.root, true);
  return model.wide;
}

interface Walk {
  reading: Reading;
  met: Met[];
  isWide: boolean;
  /** The words met last. */
  said: string;
  heading: Branch | undefined;
  /** Controls that have not met the words after them. */
  unfollowed: Met[];
}

function visit(branch: Branch, place: Place, walk: Walk): void {
  const { heading } = walk;
  const isMeant = branch.isControl || (walk.isWide && branch.kids.some((kid) => typeof kid === 'string'));
  const control = isMeant ? met(branch, place, walk.said, heading, walk.reading) : undefined;
  if (control) walk.met.push(control);
  if (branch.kind.isHeading) walk.heading = branch;
  // Most elements change nothing about where their children are, and share the place of their parent.
  const isPlace = control || branch.kind.isLandmark || branch.inner || branch.tag === 'form';
  enter(branch, isPlace ? within(branch, place, control) : place, walk);
  if (branch.kind.isScope) walk.heading = heading;
  if (control) walk.unfollowed.push(control);
}

function enter({ kids }: Branch, place: Place, walk: Walk): void {
  for (const kid of kids)
    if (typeof kid !== 'string') visit(kid, place, walk);
    else {
      walk.said = kid;
      for (const control of walk.unfollowed) control.next = kid;
      if (walk.unfollowed.length) walk.unfollowed = [];
    }
}

function within({ node, tag, role, kind, inner }: Branch, place: Place, holder: Seen | undefined): Place {
  const within = { ...place };
  if (holder) within.holder = holder;
  if (kind.isLandmark) within.landmark = role;
  if (tag === 'form') within.form = node as Element;
  if (!inner) return within;
  const view = (inner as Document).defaultView;
  within.inside = [...place.inside, print(view ? 'frame' : tag)];
  if (view) {
    const box = (node as Element).getBoundingClientRect();
    within.dx += box.x + view.scrollX;
    within.dy += box.y + view.scrollY;
  }
  return within;
}
