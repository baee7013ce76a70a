/** Cairn's mark: three stones. Decorative; what it stands on carries the name. */
export function Stones() {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false">
      <path d="M3.2 20.2c-.9-2.4 2.6-4.6 8.6-4.6s9.9 2 9 4.4c-.5 1.3-3.6 1.8-8.9 1.8s-8.2-.3-8.7-1.6z" />
      <path d="M6.3 13.1c-.5-1.9 2-3.7 5.9-3.7s6.2 1.5 5.6 3.5c-.4 1.2-2.6 1.5-5.7 1.5s-5.5-.2-5.8-1.3z" />
      <path d="M9 6.6C8.8 4.7 10.2 3 12.3 3s3.3 1.5 3 3.4c-.2 1.3-1.4 1.7-3.1 1.7S9.1 7.8 9 6.6z" />
    </svg>
  );
}
