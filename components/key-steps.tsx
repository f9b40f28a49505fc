import { siteLinks } from '@/utils/site-links';
import { OutwardLink } from './outward-link';
import './key-steps.css';

/** How to get a key that can do no more than it has to (site-facts.md H.1). */
export function KeySteps() {
  return (
    <section class="key-steps" aria-labelledby="key-steps">
      <h2 id="key-steps">Get a key limited to your vault</h2>
      <ol>
        <li>
          <OutwardLink href={siteLinks.newKey}>Open “Create API Key” on Civitai</OutwardLink>
        </li>
        <li>
          In the row <strong>Vault</strong>, also tick <strong>Write</strong>. Vaulted needs no other row.
        </li>
        <li>Create the key, copy it and paste it above.</li>
      </ol>
      <p>Your key stays in this browser, out of reach of web pages, and is sent to civitai.com only.</p>
    </section>
  );
}
