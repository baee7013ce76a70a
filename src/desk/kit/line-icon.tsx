/** A shape drawn with a line, on a grid of 24. What it means stands beside it, or is the name of what it is in. */
export const LineIcon = ({ shape, class: className }: { shape: string; class: string }) => (
  <svg class={className} viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
    <path d={shape} fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" />
  </svg>
);
