/** @jsxImportSource react */
import type { ResourceData } from '@/sandbox/site/app/data/model.ts';
import { createAsk, useAnswer } from '@/sandbox/site/app/data/use-ask.ts';
import { modelUrl } from '@/sandbox/site/app/format/format.ts';
import { useRouter } from '@/sandbox/site/app/router/context.tsx';
import { useShown } from '@/sandbox/site/app/shown/use-shown.ts';
import { Dropdown } from '@/sandbox/site/app/ui/dropdown.tsx';
import { Icon } from '@/sandbox/site/app/ui/icon.tsx';

const everything = {};
const askNotifications = createAsk<object, ResourceData[]>('notification.getAllByUser');

/** The bell and its popover: anchors to models whose clicks the site takes over; nothing to put a mark on (A.1). */
export function Notifications() {
  return (
    <Dropdown
      label="Notifications"
      className="mantine-ActionIcon-root mantine-UnstyledButton-root"
      target={<Icon name="bell" size={20} />}
    >
      {close => <List onFollow={close} />}
    </Dropdown>
  );
}

function List({ onFollow }: { onFollow: () => void }) {
  const items = useAnswer(askNotifications, everything) ?? [];
  return (
    <>
      {items.map((resource, index) => (
        <Notification key={resource.versionId} resource={resource} isComment={index % 2 === 1} onFollow={onFollow} />
      ))}
    </>
  );
}

type Props = { resource: ResourceData; isComment: boolean; onFollow: () => void };

function Notification({ resource: { modelId, modelName, versionId }, isComment, onFollow }: Props) {
  const { navigator } = useRouter();
  const named = isComment ? undefined : versionId;
  const anchor = useShown<HTMLAnchorElement>({ surface: 'notification', modelId, versionId: named });
  const href = isComment
    ? `${modelUrl(modelId, modelName)}?dialog=commentThread&commentId=${versionId}`
    : modelUrl(modelId, modelName, versionId);
  return (
    <a
      ref={anchor}
      href={href}
      className="m_1b7284a3 mantine-Paper-root notification"
      onClick={event => {
        event.preventDefault();
        onFollow();
        navigator.push(href);
      }}
    >
      {isComment ? `Somebody commented on ${modelName}` : `${modelName} has a new version`}
    </a>
  );
}
