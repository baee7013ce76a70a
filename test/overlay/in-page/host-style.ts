/** As the host over a page, but for the top layer, the empty box and the place beside the body: there axe cannot tell what a text stands on. */
export const hostStyle = 'all: initial; position: absolute; inset: 0; z-index: 1';
