import { useState } from 'preact/hooks';
import { TextInput, type TextInputProps } from './text-input.tsx';

export const passwordHint =
  'At least 12 characters, with upper and lower case, a digit and a symbol. Paste from a password manager is fine.';

/** A password, which can be shown. */
export const PasswordInput = (props: Omit<TextInputProps, 'type'>) => {
  const [isShown, setShown] = useState(false);
  return (
    <>
      <TextInput {...props} type={isShown ? 'text' : 'password'} />
      <label class="check">
        <input
          type="checkbox"
          checked={isShown}
          onChange={({ currentTarget }) => setShown(currentTarget.checked)}
        />{' '}
        Show the password
      </label>
    </>
  );
};
