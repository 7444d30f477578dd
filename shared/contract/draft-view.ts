import { Draft } from '../domain/session.ts';

export const DraftView = Draft.omit({ order: true });
