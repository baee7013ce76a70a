import type { FunctionComponent } from 'preact';
import type { Identity } from '../../model/hub-api/sign-ins.ts';
import type { DeskDeps } from './desk-deps.ts';
import { VIEWS, type View } from './router.ts';

/** When one works in a place: one listens, then acts; the foot is about the desk itself. */
export type PlaceGroup = 'listen' | 'act' | 'foot';

interface DeskPage {
  title: string;
  /** The key that leads there after `g`. */
  key: string;
  group: PlaceGroup;
  page: FunctionComponent<DeskDeps>;
  /** The route of the hub without which the page would be empty. */
  requires: string;
}

/** The pages by their name in a route. The features provide them, so the shell knows none of the features. */
export type DeskPages = Record<View, DeskPage>;

/** The pages that somebody may see, in the order of the navigation. */
export const allowedViews = (pages: DeskPages, { may }: Pick<Identity, 'may'>): View[] =>
  VIEWS.filter((view) => may.includes(pages[view].requires));
