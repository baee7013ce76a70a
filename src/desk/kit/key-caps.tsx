import { isApplePlatform, keyLabels } from './key-labels.ts';

/** The keys of a command, each as a cap. */
export function KeyCaps({ keys }: { keys: string }) {
  return (
    <kbd class="key-caps" dir="ltr">
      {keyLabels(keys, isApplePlatform(navigator.platform)).map((label, at) => (
        <kbd key={at}>{label}</kbd>
      ))}
    </kbd>
  );
}
