import panelCss from '../../overlay/feedback/feedback-panel.css?inline';
import { FeedbackPanelView } from '../../overlay/feedback/feedback-panel-view.tsx';
import { readHandle } from '../page-handle.ts';
import { createFeedbackActions } from './feedback-actions.ts';

/** The panel script: what opens from the feedback button, in the overlay that is there already. */
export function startFeedbackPanel(): void {
  readHandle()?.provide('panel', { View: FeedbackPanelView, css: panelCss, createActions: createFeedbackActions });
}
