import type { ComponentChildren } from 'preact';
import { Gain } from './gain';
import { KeySteps } from './key-steps';

/** What a new user gets, then the way there. The form for the key, `children`, is the last step. */
export function Welcome({ isNew, children }: { isNew: boolean; children: ComponentChildren }) {
  return (
    <>
      {isNew && <Gain />}
      <KeySteps>{children}</KeySteps>
    </>
  );
}
