/** A long text that scrolls by itself, also by keyboard. */
export function ScrollingText({ text, label }: { text: string; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <section class="scrolling-text" aria-label={label} tabIndex={0}>
      <pre>{text}</pre>
    </section>
  );
}
