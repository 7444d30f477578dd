import { Moment } from '../domain/text.ts';

/** A moment whose year still has four digits after hours are added to it; there is no year 0. */
export const Scheduled = Moment.refine((text) => text >= '0001' && text < '9999', {
  error: 'must be in the years 1 to 9998',
});
