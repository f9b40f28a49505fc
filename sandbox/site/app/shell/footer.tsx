/** @jsxImportSource react */
import { useRouter } from '@/sandbox/site/app/router/context.tsx';
import { Icon } from '@/sandbox/site/app/ui/icon.tsx';

const entries = ['Terms of Service', 'Privacy', 'Safety', 'API', 'Status', 'Known Issues', 'Education', 'Creators'];

/** The bar at the bottom of the lists. */
export function Footer() {
  const { route } = useRouter();
  if (route.page !== '/models' && route.page !== '/') return null;
  return (
    <footer className="site-footer">
      <strong>© Civitai 2026</strong>
      {entries.map(entry => (
        <span key={entry}>{entry}</span>
      ))}
      <span className="support">
        <Icon name="message" size={14} /> Support
      </span>
    </footer>
  );
}
