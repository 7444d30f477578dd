/** The product's mark, beside its name. */
export const Mark = () => (
  <svg viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="8" />
    <path d="M9 11h14M9 16h14M9 21h8" />
  </svg>
);
