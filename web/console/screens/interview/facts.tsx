import type { ComponentChildren } from 'preact';
import { to } from '../../router.ts';
import { dayAndTime, dayOf } from '../../time.ts';
import { referenceOf, type Shown, type ShownProps, sentence } from './shown.ts';
import { zoned } from './window.ts';

const languages = new Intl.DisplayNames('en', { type: 'language' });

/** `English (en-US)`. */
const languageOf = (tag: string) => `${languages.of(new Intl.Locale(tag).language)} (${tag})`;

/** `$0.0031, prices of 23 Nov`; ten-thousandths, because an interview costs less than a cent. */
const costOf = ({ total_usd, upper_estimate, prices_of }: Shown['cost']) =>
  `${upper_estimate ? 'at most ' : ''}$${total_usd.toFixed(4)}, prices of ${dayOf(prices_of, 'UTC')}`;

const Window = ({ interview: { starts_at, ends_at }, zone }: ShownProps) =>
  starts_at && ends_at ? (
    <>
      {dayAndTime(starts_at, zone)} to
      <br />
      {zoned(ends_at, zone)}
    </>
  ) : (
    <>Not set</>
  );

const noticeOf = ({ session }: Shown, zone: string) =>
  session?.notice
    ? `${session.notice.version}, accepted ${dayAndTime(session.notice.accepted_at, zone)}`
    : 'Not accepted';

const Kit = ({ kit_id, kit_version, job_title }: Shown) =>
  kit_id ? (
    <>
      <a href={to(`/kits/${kit_id}`)} dir="auto">
        {job_title}
      </a>
      {kit_version !== null && `, version ${kit_version}`}
    </>
  ) : (
    <>None before the first link</>
  );

const factsOf = (interview: Shown, zone: string): [string, ComponentChildren][] => {
  const { candidate_email, language, ai_interview_type: type, difficulty, decision_by } = interview;
  return [
    ['E-mail', <bdi>{candidate_email}</bdi>],
    ['Window', <Window interview={interview} zone={zone} />],
    ['Kit', <Kit {...interview} />],
    ['Notice on AI', noticeOf(interview, zone)],
    ['Language', languageOf(language)],
    ['Cost', costOf(interview.cost)],
    ['Reference', <span class="num">{referenceOf(interview)}</span>],
    ['Type', `${sentence(type ?? 'not by AI').replaceAll('_', ' ')}, ${difficulty}`],
    ...(decision_by ? [['Decide by', dayOf(decision_by, 'UTC')] as [string, string]] : []),
    ...(interview.legal_hold ? [['Legal hold', 'Nothing can erase it'] as [string, string]] : []),
  ];
};

/** What is to be known of an interview. */
export const Facts = ({
  interview,
  zone,
  isAcross = false,
}: ShownProps & { isAcross?: boolean }) => {
  const facts = factsOf(interview, zone);
  if (isAcross) {
    return (
      <dl class="facts four rule-s">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    );
  }
  return (
    <dl class="facts">
      {facts.flatMap(([term, value]) => [
        <dt key={term}>{term}</dt>,
        <dd key={`${term}-value`}>{value}</dd>,
      ])}
    </dl>
  );
};
