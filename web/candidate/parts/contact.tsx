import type { OnPage } from '../page.ts';

/** Whom to ask. The reference goes along in the subject, so that the person need not copy it. */
export const Contact = ({ page }: OnPage) => {
  const { brand, reference, speech } = page;
  if (!brand) return <p>{speech.say('helpNoContact')}</p>;
  const { contact_email, contact_name } = brand;
  const subject = [speech.say('interview'), reference].filter(Boolean).join(' ');
  const href = `mailto:${contact_email}?subject=${encodeURIComponent(subject)}`;
  return (
    <p>
      {speech.say('helpFrom')}{' '}
      <bdi>
        {contact_name && `${contact_name}, `}
        <a href={href}>{contact_email}</a>
      </bdi>
    </p>
  );
};
