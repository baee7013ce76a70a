import { createContext } from 'preact';
import { useContext, useEffect, useLayoutEffect } from 'preact/hooks';
import { childLifetime, guarded } from '../../runtime/lifetime.ts';

/** The lifetime of the overlay that a view belongs to. */
export const OverlayLifetime = createContext<AbortSignal>(new AbortController().signal);

type Effect = (lifetime: AbortSignal) => void;

/**
 * Runs an effect with a lifetime of its own, which ends when one of `inputs` changes, when the view goes, and with the overlay. What the
 * effect registers by `on`, `after` and `observe` ends with it.
 */
export function useLifetime(effect: Effect, inputs: readonly unknown[]): void {
  const overlay = useContext(OverlayLifetime);
  useEffect(() => start(effect, overlay), inputs);
}

/** The same, before the browser draws. */
export function useLayoutLifetime(effect: Effect, inputs: readonly unknown[]): void {
  const overlay = useContext(OverlayLifetime);
  useLayoutEffect(() => start(effect, overlay), inputs);
}

function start(effect: Effect, overlay: AbortSignal): () => void {
  const lifetime = childLifetime(overlay);
  guarded(overlay, effect)(lifetime.signal);
  return () => lifetime.abort();
}
