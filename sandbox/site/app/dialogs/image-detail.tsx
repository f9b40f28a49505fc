/** @jsxImportSource react */
import type { ImageData, ResourceData } from '../data.ts';
import { initials, modelUrl, typeLabel } from '../format.ts';
import { pictureOf } from '../picture.ts';
import { Link } from '../router/context.tsx';
import { Badge, Card } from '../ui/boxes.tsx';

/** A picture and what it was made with: up to two anchors per resource, with one address (site-facts.md A.1). */
export function ImageDetail({ image }: { image: ImageData }) {
  return (
    <div className="image-detail">
      <div className="image-stage">
        <img src={pictureOf(image.id)} alt="" width={450} height={650} />
      </div>
      <div className="image-side">
        <Card className="image-creator">
          <span className="avatar">{initials(image.username)}</span> {image.username}
        </Card>
        <Card>
          <h2>Generation data</h2>
          <h3>Resources used</h3>
          <ul className="flex list-none flex-col gap-1">
            {image.resources.map(resource => (
              <Resource key={resource.versionId} resource={resource} />
            ))}
          </ul>
          <h3>Prompt</h3>
          <p className="dimmed">{image.prompt}</p>
        </Card>
      </div>
    </div>
  );
}

function Resource({ resource }: { resource: ResourceData }) {
  const href = modelUrl(resource.modelId, resource.modelName, resource.versionId);
  return (
    <li className="flex flex-col">
      <div className="flex items-center justify-between">
        <Link href={href} className="resource-name">
          {resource.modelName}
        </Link>
        <Badge>{typeLabel(resource.modelType)}</Badge>
      </div>
      <Link href={href} className="dimmed">
        {resource.versionName}
      </Link>
    </li>
  );
}
