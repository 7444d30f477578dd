import { AppError } from '../domain/errors.ts';
import type { Kit } from '../domain/kit.ts';
import type { KitVersion } from '../domain/kit-content.ts';
import type { KitRecord } from '../table/kits.ts';

/** Requires a kit that exists. @throws AppError kit_not_found */
export const requireKit = <Found extends Kit | KitRecord>(found: Found | null): Found => {
  if (found) return found;
  throw new AppError('kit_not_found', 'Interview kit not found');
};

/** Requires a version that exists. @throws AppError kit_not_found */
export const requireVersion = (version: KitVersion | null): KitVersion => {
  if (version) return version;
  throw new AppError('kit_not_found', 'The interview kit has no such version');
};
