// Bundles the extension into dist/extension.js, and the licences of what is bundled into dist/NOTICES.txt.
// With --test it bundles the unit tests instead.
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const shared = { bundle: true, platform: "node", format: "cjs", target: "node20", external: ["vscode"] };

/** The packages that went into the bundle, as folders under node_modules. */
function packagesOf(metafile) {
  const inputs = Object.keys(metafile.inputs);
  const packages = inputs.map((path) => path.match(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//)?.[1]);
  return [...new Set(packages)].filter(Boolean).sort();
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : `Licence: ${license}`;
  return `${name} ${version}\n\n${text}\n`;
}

if (process.argv.includes("--test")) {
  rmSync("out/test", { recursive: true, force: true });
  const entryPoints = readdirSync("src").filter((file) => file.endsWith(".test.ts")).map((file) => join("src", file));
  await build({ ...shared, packages: "external", entryPoints, outdir: "out/test", sourcemap: "inline" });
} else {
  const { metafile } = await build({
    ...shared,
    entryPoints: ["src/extension.ts"],
    outfile: "dist/extension.js",
    minify: true,
    metafile: true,
  });
  copyFileSync("../copydesk.schema.json", "dist/copydesk.schema.json");
  writeFileSync("dist/NOTICES.txt", packagesOf(metafile).filter(existsSync).map(noticeOf).join(`\n${"-".repeat(80)}\n\n`));
}
