import { useState } from 'preact/hooks';
import { CodeForm } from './code.tsx';
import { FirstPasswordForm } from './first-password.tsx';
import { ForgottenForm } from './forgotten.tsx';
import { LogInForm } from './log-in.tsx';
import type { Step } from './step.ts';

/** What is shown where nobody is logged in, whatever the address, which stays for after the login. */
export const LogInScreen = () => {
  const [step, go] = useState<Step>({ name: 'log_in', email: '' });
  switch (step.name) {
    case 'log_in':
      return <LogInForm step={step} go={go} />;
    case 'first_password':
      return <FirstPasswordForm step={step} go={go} />;
    case 'forgotten':
      return <ForgottenForm step={step} go={go} />;
    case 'code':
      return <CodeForm step={step} go={go} />;
  }
};
