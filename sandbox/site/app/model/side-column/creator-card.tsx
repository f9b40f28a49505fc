/** @jsxImportSource react */
import { initials } from '@/sandbox/site/app/format/format.ts';
import { Link } from '@/sandbox/site/app/router/context.tsx';
import { Card } from '@/sandbox/site/app/ui/boxes.tsx';
import { Button } from '@/sandbox/site/app/ui/button.tsx';

/** Who made it. */
export function CreatorCard({ creator }: { creator: { id: number; username: string } }) {
  return (
    <Card className="creator-card">
      <div className="creator-cover" />
      <div className="creator-line">
        <span className="avatar is-large">{initials(creator.username)}</span>
        <Link href={`/user/${creator.username}`} className="creator-name">
          {creator.username}
          <span className="dimmed">Joined Jun 5, 2024</span>
        </Link>
        <Button size="xs">Follow</Button>
      </div>
    </Card>
  );
}
