/**
 * The versions of the notice on the use of AI, oldest first, by the day each was written. A version is
 * never edited once it was shown to a candidate: a change of its meaning is a new folder and a new entry
 * here. The old ones stay, so that what somebody accepted can still be read. Functions import this file:
 * it must not import the texts.
 */
export const noticeVersions = ['2026-11', '2026-11-26'] as const;
export type NoticeVersion = (typeof noticeVersions)[number];

/** The version that new interviews show. */
export const currentNotice: NoticeVersion = '2026-11-26';

/** Whether a candidate can have been shown this version. */
export const isNoticeVersion = (version: string): version is NoticeVersion =>
  noticeVersions.some((known) => known === version);
