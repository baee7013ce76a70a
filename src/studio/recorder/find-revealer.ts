/** What was drawn when an act began, from the oldest to the newest. */
export interface ActView<T> {
  id: string;
  wasDrawn(control: T): boolean;
}

/** The act that made a control appear: the last one when it was not drawn yet. Undefined if it was there all the time. */
export const findRevealer = <T>(control: T, views: readonly ActView<T>[]): string | undefined =>
  views.findLast(({ wasDrawn }) => !wasDrawn(control))?.id;

/** What the pointer came over, from the oldest to the newest. */
export interface Hovered<T> {
  control: T;
  at: number;
}

/** A page has so long to show what the pointer asked for, where it does so by a script. */
const SCRIPT_MS = 700;
/** Who has gone on to other things since has not opened it by pointing. */
const MAX_AGE_MS = 15_000;

interface Appearance {
  at: number;
  /** When a script altered the control or something around it; 0 if none did, and style sheets alone show it. */
  alteredAt: number;
}

/** What was pointed at so that a control appeared: the last thing that had been there before, if the control came up while it was pointed at. */
export function findHoverRevealer<T>(
  trail: readonly Hovered<T>[],
  { at, alteredAt }: Appearance,
  wasDrawn: (control: T) => boolean,
): Hovered<T> | undefined {
  const hovered = trail.findLast((one) => wasDrawn(one.control) && at - one.at < MAX_AGE_MS);
  if (!hovered) return undefined;
  const isByStyle = alteredAt === 0;
  return isByStyle || (alteredAt >= hovered.at && alteredAt - hovered.at <= SCRIPT_MS) ? hovered : undefined;
}
