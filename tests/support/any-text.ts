import fc from 'fast-check';

const scalar = fc.oneof(
  fc.integer({ min: 1, max: 0x7f }),
  fc.integer({ min: 0x80, max: 0xd7ff }),
  fc.integer({ min: 0xe000, max: 0x10_ffff }),
);

/** Any text of whole characters without NUL. fast-check's own takes a second to prepare. */
export const anyText = (maxLength: number) =>
  fc.array(scalar, { maxLength }).map((points) => String.fromCodePoint(...points));
