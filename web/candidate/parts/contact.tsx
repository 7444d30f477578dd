import type { Page } from '../page.ts';

/** The contact. The reference is put into the subject, so that the person need not copy it. */
export const contactLine = ({ t, brand, reference }: Page) => {
  if (!brand) return <p>{t('helpNoContact')}</p>;
  const { contact_email, contact_name } = brand;
  const subject = [t('interview'), reference].filter(Boolean).join(' ');
  return (
    <p>
      {t('helpFrom')}{' '}
      <bdi>
        {contact_name}{' '}
        <a href={`mailto:${contact_email}?subject=${encodeURIComponent(subject)}`}>
          {contact_email}
        </a>
      </bdi>
    </p>
  );
};
