/**
 * The versions of the notice on the use of AI, oldest first. A version is never edited once it was
 * shown to a candidate: a change of its meaning is a new folder and a new entry here.
 */
export const noticeVersions = ['2026-11'] as const;
export type NoticeVersion = (typeof noticeVersions)[number];

/** The version that new interviews show. */
export const currentNotice: NoticeVersion = '2026-11';

/** Whether a candidate can have been shown this version. */
export const isNoticeVersion = (version: string): version is NoticeVersion =>
  noticeVersions.some((known) => known === version);

/** The notice in one language: a heading, and what is said, one point each. */
export interface NoticeText {
  heading: string;
  points: readonly { title: string; text: string }[];
}
