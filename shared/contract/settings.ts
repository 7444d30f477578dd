import * as z from 'zod';

// Settings that a deployment and npm start take alike. Each message is the end of a sentence that begins
// with the setting. No function reads this file: settings reach them as variables.

/** The command line passes text, cdk.json numbers too; `Infinity`, `1e9` and `0x10` are none. */
export const numeric = (message: string, fits: (value: number) => boolean) =>
  z.coerce
    .string()
    .regex(/^\d+(\.\d+)?$/, message)
    .transform(Number)
    .refine(fits, message);

const whole = (unit: string, most: number) =>
  numeric(
    `must be a whole number of ${unit} from 1 to ${most}`,
    (value) => Number.isInteger(value) && value >= 1 && value <= most,
  );

/** Up to ten years. */
export const Days = whole('days', 3650);

/** After how many hours an interview whose link has expired is sealed. */
export const Hours = whole('hours', 720);

/** What the candidate's last page says happens next. */
export const NextStep = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(300, 'must be at most 300 characters')
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be one line of text');

const isOrigin = (text: string): boolean => {
  const { protocol, hostname, origin } = URL.parse(text) ?? {};
  const isSafe = protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost');
  return isSafe && origin === text && !text.includes('*');
};

/** Pages of other origins that may call the API, separated by commas. */
export const CorsOrigins = z
  .string()
  .transform((given) => given.split(',').map((origin) => origin.trim()))
  .refine(
    (origins) => origins.every(isOrigin),
    'must be origins such as https://ats.example.com, separated by commas: with https (http for localhost alone), without *, path or slash at the end',
  )
  .refine((origins) => origins.length <= 20, 'must be at most 20 origins');
