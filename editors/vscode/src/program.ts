// Finding the program `copydesk`. Nothing here knows of VS Code, so that it can be tested without one.

import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, isAbsolute, join } from "node:path";

/** Where to look. */
export interface Places {
  /** The setting `copydesk.path`; empty when it is not set. */
  setting: string;
  /** The folder of the extension, which may hold the program in `server/`. */
  extension: string;
  /** The environment variable PATH. */
  path: string;
  /** The reporter's home folder. */
  home: string;
  platform: NodeJS.Platform;
}

/** The program; or, where there is none, the place that the setting says, if it is set. */
export type Search = { program: string } | { missing: string | undefined };

/**
 * A path that was set is used or complained of, never passed over in silence. Otherwise the program that came with
 * the extension is preferred, as the two were released together.
 */
export function findProgram(places: Places): Search {
  const setting = places.setting.trim();
  if (setting !== "") {
    const program = fromHome(setting);
    return isProgram(program) ? { program } : { missing: program };
  }
  const name = places.platform === "win32" ? "copydesk.exe" : "copydesk";
  // A relative one, such as `.`, would be looked for in whatever folder is open, which must not have a program of its own run.
  const folders = places.path.split(delimiter).filter(isAbsolute);
  // An editor started from the desktop may not have the PATH of a terminal.
  const usual = [join(places.home, ".cargo", "bin"), join(places.home, ".local", "bin"), "/opt/homebrew/bin", "/usr/local/bin"];
  const all = [join(places.extension, "server"), ...folders, ...usual];
  const program = all.map((folder) => join(folder, name)).find(isProgram);
  return program ? { program } : { missing: undefined };
}

function fromHome(path: string): string {
  return /^~[/\\]/.test(path) ? join(homedir(), path.slice(2)) : path;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
