import { observe } from '../../../runtime/lifetime.ts';
import { createSampling, type Sampling } from './sampling.ts';

/** What the browser does to report one change, in milliseconds. */
const RECORD_MS = 0.001;

export interface SampledObserver {
  sampling: Sampling;
  observe(root: Node, options: MutationObserverInit): void;
  takeRecords(): MutationRecord[];
}

/** A mutation observer that listens to a page that changes all the time in short samples only, while nobody waits for a response. */
export function sampledObserver(callback: (records: MutationRecord[]) => void, lifetime: AbortSignal): SampledObserver {
  const roots: { root: WeakRef<Node>; options: MutationObserverInit }[] = [];
  const observer = observe(
    MutationObserver,
    (records: MutationRecord[]) => {
      const start = performance.now();
      callback(records);
      sampling.charge(performance.now() - start + records.length * RECORD_MS);
    },
    lifetime,
  );
  const sampling = createSampling({
    onClose: () => observer.disconnect(),
    onOpen: () => {
      for (const { root, options } of roots) {
        const node = root.deref();
        if (node) observer.observe(node, options);
      }
    },
    lifetime,
  });

  return {
    sampling,
    observe(root, options) {
      if (lifetime.aborted) return;
      roots.push({ root: new WeakRef(root), options });
      if (sampling.isOpen) observer.observe(root, options);
    },
    takeRecords: () => observer.takeRecords(),
  };
}
