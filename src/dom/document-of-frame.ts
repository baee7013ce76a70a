/** The document that a frame shows; null for frames of other origins, and for what is no frame. */
export const documentOfFrame = (element: Element): Document | null => (element as HTMLIFrameElement).contentDocument ?? null;
