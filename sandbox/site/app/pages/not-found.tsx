/** @jsxImportSource react */
import { Link } from '@/sandbox/site/app/router/context.tsx';

/** 404, and what stands for an unpublished or private model (site-facts.md B.5). */
export function NotFound() {
  return (
    <div className="not-found">
      <h1>404</h1>
      <p>The page you are looking for doesn't exist</p>
      <Link href="/models" className="text-link">
        Go back to the models
      </Link>
    </div>
  );
}
