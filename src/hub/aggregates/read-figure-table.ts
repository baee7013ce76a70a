import { type FigureTable, MAX_TABLE_FIGURES, type PublishedFigure } from '../../model/hub-api/figure-table.ts';
import type { Store } from '../store/store.ts';
import { type FigureRow, readLatestFigures, readNewestWeek } from './compute-due-figures.ts';

/** The figures of all questions as of the newest weekly edition. Comments are not among them: the desk alone lists those. */
export async function readFigureTable(store: Store): Promise<FigureTable> {
  const newest = await readNewestWeek(store);
  const rows = [...(await readLatestFigures(store)).values()];
  const figures = rows.flatMap((row) => publishedFigure(row) ?? []);
  return { week: newest?.week ?? null, figures: figures.slice(0, MAX_TABLE_FIGURES) };
}

function publishedFigure({ app, pack, guide, people, week: until, figure }: FigureRow): PublishedFigure | undefined {
  return figure.what === 'words' ? undefined : { app, pack, guide, people, until, ...figure };
}
