import { Icon } from './icon.tsx';

/** What is wrong with a field, beside it. The field is described by `wrong`. */
export const FieldError = ({ text }: { text: string | null }) =>
  text && (
    <p class="error" id="wrong">
      <Icon shape="alert" />
      {text}
    </p>
  );
