/** @jsxImportSource react */
import { CardGrid } from '../cards/card-grid.tsx';
import { initials } from '../format.ts';
import { useRouter } from '../router/context.tsx';

/** A creator's models. */
export function UserPage() {
  const { id = 0, username = '' } = useRouter().route.pageProps;
  return (
    <div className="feed">
      <div className="user-head">
        <span className="avatar is-large">{initials(username)}</span>
        <h1>{username}</h1>
      </div>
      <CardGrid userId={id} />
    </div>
  );
}
