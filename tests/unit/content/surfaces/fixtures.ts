/** Cards and rows as the site renders them (site-facts.md A.0, A.1, "Seen running"); hashes stand for any other. */
export const FIXTURES = {
  card: `
    <div id="lYRap15w" class="relative flex overflow-hidden rounded-md flex-col">
      <div class="AspectRatioCard-module-scss-module__x1__content">
        <a class="AspectRatioImageCard-module-scss-module__y2__linkOrClick" href="/models/12/a-card" aria-label="A card"><img></a>
        <div class="AspectRatioCard-module-scss-module__x1__header">
          <div class="flex w-full items-start justify-between">
            <div class="flex flex-wrap gap-1"><span>LoRA</span></div>
            <div class="flex flex-col items-center gap-2">
              <button class="mantine-ActionIcon-root" aria-label="More options"></button>
              <button data-activity="create:model-card"></button>
            </div>
          </div>
        </div>
      </div>
    </div>`,
  showcase: `
    <a href="/models/12" class="relative flex overflow-hidden rounded-md flex-col">
      <div class="Cards-module__z3__root"><img><button aria-label="More options"></button></div>
    </a>`,
  resource: `
    <ul class="flex list-none flex-col gap-0.5">
      <li class="flex flex-col">
        <div class="flex items-center justify-between"><a href="/models/12/x?modelVersionId=34">X</a><div>LORA</div></div>
        <a href="/models/12/x?modelVersionId=34">v1</a>
      </li>
    </ul>`,
  recommended: `
    <a class="mantine-Card-root mantine-Paper-root" data-activity="follow-recommendation:details" href="/models/12/x?modelVersionId=34">
      <img><div>X</div>
    </a>`,
  picker: `
    <div class="relative flex overflow-hidden rounded-md justify-between flex-col">
      <div class="relative overflow-hidden aspect-portrait"><a target="_blank" href="/models/12/x?modelVersionId=34"><img></a></div>
    </div>`,
  shop: `
    <div class="mantine-Paper-root"><img><a href="/models/12/x?modelVersionId=34"><button class="mantine-Button-root">500</button></a></div>`,
  ecosystem: `
    <div class="mantine-Card-root">
      <a href="/models/12?modelVersionId=34" aria-label="X"><img></a><a href="/models/12?modelVersionId=34">X</a>
    </div>`,
  auction: `<a href="/models/12/x?modelVersionId=34"><div class="mantine-Card-root mantine-Paper-root"><img>X</div></a>`,
  download: `<div class="h-32"><a class="mantine-Paper-root" href="/models/12/x?modelVersionId=34"><img><div>X</div></a></div>`,
  challenge: `
    <div class="mantine-ScrollArea-root"><a target="_blank" class="flex" href="/models/12/x?modelVersionId=34"><img><span>X</span></a></div>`,
  collection: `
    <div class="mantine-ScrollArea-root"><a class="flex items-center" href="/models/12/x"><canvas></canvas><p>X</p></a></div>`,
  coverless: `
    <div class="mantine-ScrollArea-root"><a class="flex items-center" href="/models/12/x"><div></div><p>X</p></a></div>`,
  required: `
    <a class="mantine-Anchor-root" href="/models/12/x?modelVersionId=34"><div class="mantine-Group-root">X VAE<svg></svg></div></a>`,
  iconBefore: `<a href="/models/12/x"><span><svg></svg></span> X</a>`,
  blurred: `<section><a href="/models/12/x"><div><canvas></canvas></div></a></section>`,
  vaultCard: `<a href="/models/12/x?modelVersionId=34"><div class="mantine-Badge-root">Stored</div><span>X</span></a>`,
  queue: `<a class="mantine-Button-root" data-size="compact-sm" href="/models/12/x?modelVersionId=34"><span>X - v1</span></a>`,
  text: `<p>It goes with <a href="https://civitai.red/models/12/x">X</a>.</p>`,
  stranger: `<section><a href="/models/12/x"><div><img></div></a></section>`,
  notification: `<div class="mantine-Popover-dropdown"><a class="mantine-Paper-root" href="/models/12/x">X</a></div>`,
  back: `<a class="mantine-ActionIcon-root" aria-label="Back" href="/models/12/x"><svg></svg></a>`,
  backAround: `<a href="/models/12/x"><button class="mantine-ActionIcon-root"><svg></svg></button></a>`,
  menu: `<div role="menu"><a class="mantine-Paper-root" href="/models/12/x?modelVersionId=34">X</a></div>`,
} as const;
