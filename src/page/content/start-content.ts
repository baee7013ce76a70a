import contentCss from '../../overlay/content.css?inline';
import { ContentView } from '../../overlay/content-view.tsx';
import { readHandle } from '../page-handle.ts';
import { createContentPresenter } from './content-presenter.ts';

/** The content script: presents notices, questions, replies and checklists, in the overlay that is there already. */
export function startContent(): void {
  readHandle()?.provide('content', { View: ContentView, css: contentCss, createPresenter: createContentPresenter });
}
