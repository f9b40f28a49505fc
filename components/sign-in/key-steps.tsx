import type { ComponentChildren } from 'preact';
import { OutwardLink } from '@/components/outward-link';
import { siteLinks } from '@/utils/civitai/site-links';
import './key-steps.css';

/** The steps to a key with no more permissions than needed (site-facts.md H.1); the form, `children`, is the last step. */
export function KeySteps({ children }: { children: ComponentChildren }) {
  return (
    <ol class="key-steps">
      <li>
        <h3>Ask Civitai for a key</h3>
        <p>Its page opens with the name filled in. You may have to sign in there first.</p>
        <OutwardLink href={siteLinks.newKey} button>
          Open “Create API Key” on Civitai
        </OutwardLink>
      </li>
      <li>
        <h3>Limit it to your vault</h3>
        <p>
          Choose <strong>Custom</strong> and leave only <strong>Vault&nbsp;→&nbsp;Read</strong> and{' '}
          <strong>Vault&nbsp;→&nbsp;Write</strong> ticked. If <em>User → Read</em> stays ticked as well, Vaulted can
          show your name.
        </p>
      </li>
      <li>
        <h3>Create it, copy it, paste it here</h3>
        <p>Civitai shows a key only once.</p>
        {children}
      </li>
    </ol>
  );
}

/** In the popup, which is too small for the steps: a button that opens them in a tab. */
export function KeyHint({ onOpen }: { onOpen: () => void }) {
  return (
    <section class="key-hint" aria-labelledby="key-hint">
      <h3 id="key-hint">No key yet?</h3>
      <p>It takes three steps and a minute. They open in a tab that stays while you are on Civitai.</p>
      <button type="button" class="button button--quiet" onClick={onOpen}>
        Get a key in three steps
      </button>
    </section>
  );
}

/** Where the key is stored and sent. */
export function KeyPromise() {
  return (
    <p class="key-promise">
      Your key stays in this browser, out of reach of web pages, and is sent to civitai.com only.
    </p>
  );
}
