import { useState } from 'preact/hooks';
import { SelectInput } from '../../parts/select-input.tsx';
import { TextInput } from '../../parts/text-input.tsx';
import { followUps } from './choices.ts';
import { ResumeField } from './resume-field.tsx';
import type { SectionProps } from './section.ts';

const More = ({ form, change, errorOf }: SectionProps) => {
  const [isOpen] = useState(form.follow_ups !== '0' || form.decision_by !== '');
  return (
    <details open={isOpen || Boolean(errorOf('decision'))}>
      <summary>More</summary>
      <div class="pair wide">
        <SelectInput
          id="follow-ups"
          label="Follow-up questions"
          hint="Asked where an answer leaves something open."
          value={form.follow_ups}
          choices={followUps}
          onValue={(follow_ups) => change({ follow_ups })}
        />
        <TextInput
          id="decision"
          label="You decide by"
          hint="The candidate’s last page says so. It can be left empty."
          type="date"
          value={form.decision_by}
          onValue={(decision_by) => change({ decision_by })}
          error={errorOf('decision')}
        />
      </div>
    </details>
  );
};

/** Whose interview it is. */
export const CandidateSection = (props: SectionProps) => {
  const { form, change, errorOf } = props;
  return (
    <fieldset class="form rule">
      <legend>
        <h2>Candidate</h2>
      </legend>
      <div class="pair wide">
        <TextInput
          id="name"
          label="Name"
          autocomplete="off"
          dir="auto"
          value={form.candidate_name}
          onValue={(candidate_name) => change({ candidate_name })}
          error={errorOf('name')}
        />
        <TextInput
          id="mail"
          label="E-mail address"
          type="email"
          autocomplete="off"
          value={form.candidate_email}
          onValue={(candidate_email) => change({ candidate_email })}
          error={errorOf('mail')}
        />
      </div>
      <div>
        <ResumeField {...props} />
        <More {...props} />
      </div>
    </fieldset>
  );
};
