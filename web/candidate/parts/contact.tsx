import type { Page } from '../page.ts';

/** The contact. The reference is the subject, so that the person need not copy it. */
export const contactLine = ({ t, brand, reference }: Page) => {
  if (!brand) return <p>{t('helpNoContact')}</p>;
  const { contact_email, contact_name } = brand;
  return (
    <p>
      {t('helpFrom')}{' '}
      <bdi>
        {contact_name}{' '}
        <a href={`mailto:${contact_email}?subject=${reference ?? ''}`}>{contact_email}</a>
      </bdi>
    </p>
  );
};
