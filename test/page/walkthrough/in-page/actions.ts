export { listenerFor } from '../../../../src/page/acts/listener-for.ts';
export { listenForActions } from '../../../../src/page/walkthrough/listen-for-actions.ts';
