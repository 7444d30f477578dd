import * as z from 'zod';

/**
 * The colours that an accent must contrast with, from the page's design tokens: the surfaces behind
 * accent text, and `onAccent`, the text on a filled button.
 */
export const surfaces = {
  light: { bg: '#f6f6f3', surface: '#ffffff', onAccent: '#ffffff' },
  dark: { bg: '#101314', surface: '#181d1f', onAccent: '#06211e' },
} as const;

/** The minimum contrast of text (WCAG 2.2, success criterion 1.4.3). */
const lowestContrast = 4.5;

const channel = (hex: string, at: number) => {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

/** Relative luminance of a colour `#rrggbb`, 0 to 1 (WCAG 2.2). */
const luminance = (hex: string) =>
  0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);

/** Contrast ratio of two colours `#rrggbb`, 1 to 21, the same in both orders (WCAG 2.2). */
export const contrast = (one: string, other: string): number => {
  const a = luminance(one);
  const b = luminance(other);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};

const Colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #0b5c55');

const accentFor = (scheme: keyof typeof surfaces) =>
  Colour.check((context) => {
    for (const [name, colour] of Object.entries(surfaces[scheme])) {
      const ratio = contrast(context.value, colour);
      if (ratio >= lowestContrast) continue;
      // Rounded down: 4.499 must not read as 4.5.
      const shown = (Math.floor(ratio * 100) / 100).toFixed(2);
      context.issues.push({
        code: 'custom',
        input: context.value,
        message: `must have a contrast of at least ${lowestContrast}:1, and ${context.value} has ${shown}:1 with ${name} (${colour})`,
      });
    }
  });

const PersonOrEmployer = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(120, 'must be at most 120 characters');

const anAddress = 'must be an address such as https://example.com/privacy';

/** How the employer appears on the candidate's page, which is built with it. */
export const Brand = z.strictObject({
  employer_name: PersonOrEmployer,
  contact_name: PersonOrEmployer.optional(),
  contact_email: z
    .email('must be an e-mail address')
    .max(254, 'must be an e-mail address of at most 254 characters'),
  /** The employer's own privacy notice, to which the notice on the use of AI refers. */
  privacy_url: z
    .url({ protocol: /^https$/, error: anAddress })
    .regex(/^\S+$/, anAddress)
    .max(500, 'must be at most 500 characters')
    .optional(),
  accent: z.strictObject({ light: accentFor('light'), dark: accentFor('dark') }).optional(),
  /** A path on the same site: the page loads nothing from another origin. */
  logo_url: z
    .string()
    .max(200)
    .regex(
      /^\/(?![/\\])[\w./-]+\.(svg|png|webp|avif)$/,
      'must be a path on this site, for example /logo.svg',
    )
    .optional(),
});
export type Brand = z.infer<typeof Brand>;

/**
 * Reads an employer's brand from a deployment's configuration.
 * @throws Error naming every invalid field, and the contrast of an accent that is too low
 */
export const readBrand = (configured: unknown): Brand => {
  const parsed = Brand.safeParse(configured);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`The brand cannot be used. ${issues.join('; ')}`);
};
