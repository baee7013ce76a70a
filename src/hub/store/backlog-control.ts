import type { Control } from '../../model/entry/control.ts';
import type { BacklogControl } from '../../model/hub-api/backlog-item.ts';

/**
 * A control as facilitators may see it. They may know the key of fingerprints, as every device does, and could test names against a
 * fingerprint; so it is left out unless it is published.
 *
 * @param published fingerprints of names that enough people have met
 */
export function backlogControl({ fingerprint, ...control }: Control, published: ReadonlySet<string>): BacklogControl {
  if (fingerprint === undefined) return control;
  return {
    ...control,
    ...(control.name === undefined && { nameUnknown: true }),
    ...(published.has(fingerprint) && { fingerprint }),
  };
}
