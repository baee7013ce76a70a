/** Cairn's logo: a pile of stones. It is decorative; what contains it has the name. */
export function CairnLogo() {
  return (
    <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true" focusable="false">
      <ellipse cx="16" cy="27.2" rx="11.6" ry="3.5" transform="rotate(-2 16 27.2)" />
      <ellipse cx="15.1" cy="20.1" rx="8.9" ry="3.1" transform="rotate(3 15.1 20.1)" />
      <ellipse cx="16.9" cy="13.8" rx="6.6" ry="2.7" transform="rotate(-4 16.9 13.8)" />
      <ellipse cx="15.7" cy="8.3" rx="4.3" ry="2.3" transform="rotate(5 15.7 8.3)" />
    </svg>
  );
}
