// Builds styles, scripts, fonts and icons into the web project's wwwroot. Called by MSBuild (src/CommunityVoice.Web/Assets.targets);
// needs Node and nothing else, since it installs the packages of the lock file first.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { brotliCompressSync } from "node:zlib";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, "../src/CommunityVoice.Web/wwwroot");
const lock = join(here, ".building");
const mostCss = 20 * 1024;
const libraryBlues = /#005eb8|#003087|#330072|#7c2855|#ffeb3b|#d8dde0|#f0f4f5|frutiger/i;

await oneAtATime(async () => {
  install();
  await build();
});

// Two builds may start together (the site and its tests): the second waits for the first.
async function oneAtATime(work) {
  for (let tries = 0; !takeLock(); tries++) {
    if (tries > 1200) throw new Error(`Another build holds ${lock}. Delete it if none is running.`);
    await new Promise(wake => setTimeout(wake, 250));
  }
  try { await work(); } finally { rmSync(lock, { recursive: true, force: true }); }
}

function takeLock() {
  try {
    mkdirSync(lock);
    writeFileSync(join(lock, "pid"), String(process.pid));
    return true;
  } catch {
    dropLockOfTheDead();
    return false;
  }
}

function dropLockOfTheDead() {
  try {
    process.kill(Number(readFileSync(join(lock, "pid"), "utf8")), 0);
  } catch (e) {
    if (e.code === "ESRCH") rmSync(lock, { recursive: true, force: true });
  }
}

function install() {
  const installed = join(here, "node_modules/.package-lock.json");
  const wanted = join(here, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  const npm = spawnSync("npm", ["ci", "--no-progress"], { cwd: here, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (npm.status !== 0) throw new Error("npm ci did not succeed; the lines above say why.");
}

async function build() {
  const sass = await import("sass");
  const esbuild = await import("esbuild");
  for (const folder of ["css", "js", "fonts", "img", "images"]) mkdirSync(join(out, folder), { recursive: true });

  const fonts = join(here, "node_modules/@fontsource-variable/atkinson-hyperlegible-next/files");
  copy(join(fonts, "atkinson-hyperlegible-next-latin-wght-normal.woff2"), "fonts/atkinson-latin.woff2");
  copy(join(fonts, "atkinson-hyperlegible-next-latin-ext-wght-normal.woff2"), "fonts/atkinson-latin-ext.woff2");
  // The cross that empties a search box, where the library's own styles look for it.
  copy(join(here, "node_modules/nhsuk-frontend/dist/nhsuk/assets/images/nhsuk-icon-cross.svg"), "images/nhsuk-icon-cross.svg");
  for (const icon of readdirSync(join(here, "icons"))) copy(join(here, "icons", icon), `img/${icon}`);

  const script = await esbuild.build({
    entryPoints: [join(here, "js/site.js")], bundle: true, minify: true, format: "esm", target: "es2020", write: false,
  });
  write("js/site.js", script.outputFiles[0].text);

  const { css } = sass.compile(join(here, "scss/site.scss"), { loadPaths: [join(here, "node_modules")], quietDeps: true });
  const { code } = await esbuild.transform(css, { loader: "css", minify: true, target: ["chrome100", "firefox100", "safari15"] });
  check(code);
  write("css/site.css", namedByContent(code)); // last: MSBuild takes this file as the sign that all is built
}

// MapStaticAssets lets a file be kept for ever under a name that holds its hash. Links in pages get that name by themselves;
// the fonts are named in the style sheet, so it is worked out here the same way, with the plain name to fall back on.
function namedByContent(css) {
  return css.replace(/url\("?(\.\.\/fonts\/([a-z-]+)\.woff2)"?\) ?format\("woff2"\)/g, (whole, path, name) =>
    `url(../fonts/${name}.${fingerprint(join(out, "fonts", `${name}.woff2`))}.woff2) format("woff2"),${whole}`);
}

function fingerprint(file) {
  const bytes = createHash("sha256").update(readFileSync(file)).digest().subarray(0, 9);
  let number = BigInt.asIntN(72, BigInt(`0x${Buffer.from(bytes).reverse().toString("hex")}`));
  if (number < 0n) number = -number;
  let text = "";
  for (let i = 0; i < 10; i++, number /= 36n) text += (number % 36n).toString(36);
  return text;
}

function check(css) {
  const stray = css.match(libraryBlues);
  if (stray) throw new Error(`The style sheet holds ${stray[0]}, which belongs to the component library's own look. Set it in scss/_settings.scss.`);
  const size = brotliCompressSync(css).length;
  if (size > mostCss) throw new Error(`The style sheet is ${size} bytes when compressed; at most ${mostCss} are allowed.`);
  console.log(`Styles: ${size} bytes when compressed.`);
}

function copy(from, to) {
  copyFileSync(from, join(out, `${to}.new`));
  renameSync(join(out, `${to}.new`), join(out, to));
}

function write(to, text) {
  writeFileSync(join(out, `${to}.new`), text);
  renameSync(join(out, `${to}.new`), join(out, to));
}
