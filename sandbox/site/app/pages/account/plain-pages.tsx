/** @jsxImportSource react */
import { Card } from '@/sandbox/site/app/ui/boxes.tsx';

/** Where the vault's upsell leads. */
export function PricingPage() {
  return (
    <div className="plain-page">
      <Card>
        <h1>Membership plans</h1>
        <p>Founder, Bronze, Silver and Gold: each comes with room in the Civitai Vault.</p>
      </Card>
    </div>
  );
}

/** Accounts are logged in by cookie here; the page says so. */
export function LoginPage() {
  return (
    <div className="plain-page">
      <Card>
        <h1>Sign in to Civitai</h1>
        <p>Accounts of this local copy are logged in by their session cookie.</p>
      </Card>
    </div>
  );
}
