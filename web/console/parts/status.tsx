import type { InterviewSummary } from '../../../shared/contract/endpoints/list-interviews.ts';
import { Icon, type IconName } from './icon.tsx';

/** A word with its shape; the tone only repeats what both say. */
export interface Shown {
  word: string;
  icon: IconName;
  tone?: 'go' | 'ok' | 'warn' | 'bad' | 'off';
}

export const Status = ({ word, icon, tone }: Shown) => (
  <span class={tone ? `st ${tone}` : 'st'}>
    <Icon name={icon} />
    {word}
  </span>
);

export const interviewStates: Record<InterviewSummary['status'], Shown> = {
  scheduled: { word: 'Scheduled', icon: 'scheduled' },
  in_progress: { word: 'In progress', icon: 'progress', tone: 'go' },
  completed: { word: 'Completed', icon: 'done', tone: 'ok' },
  cancelled: { word: 'Cancelled', icon: 'cancelled', tone: 'off' },
  expired: { word: 'Expired', icon: 'expired', tone: 'warn' },
};

export const linkStates: Record<InterviewSummary['link_status'], Shown> = {
  none: { word: 'None', icon: 'none', tone: 'off' },
  not_open: { word: 'Opens later', icon: 'linkLater' },
  open: { word: 'Open', icon: 'linkOpen', tone: 'go' },
  expired: { word: 'Expired', icon: 'linkOff', tone: 'off' },
  closed: { word: 'Closed', icon: 'linkOff', tone: 'off' },
};

export const decisions: Record<NonNullable<InterviewSummary['decision']>, Shown> = {
  advance: { word: 'Advance', icon: 'advance', tone: 'ok' },
  hold: { word: 'Hold', icon: 'hold' },
  reject: { word: 'Reject', icon: 'reject', tone: 'off' },
};
