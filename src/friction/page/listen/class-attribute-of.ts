/** Classes as they are written; those of an SVG too. */
export const classAttributeOf = (node: Node | null): string => String((node as Element | null)?.getAttribute?.('class'));
