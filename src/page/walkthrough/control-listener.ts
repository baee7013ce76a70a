/** Where the events of a control are heard. */
export interface ListeningPlace {
  /** The window of its frame, and its root: events of a closed root do not name their target outside. */
  targets: readonly EventTarget[];
  element: Element;
  /** The control as it is now: a page that renders again may have replaced the element since it was found. */
  controlOf: () => Element | undefined;
  /** Ends when the control is another element. */
  lifetime: AbortSignal;
}

/** Hears one kind of action on the control of a step, whatever elements the page draws for it one after the other. */
export interface ControlListener {
  attach(place: ListeningPlace): void;
  /** The control has gone from the page. */
  detach?(element: Element): void;
}
