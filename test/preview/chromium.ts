/** Debian's Chromium without a window, with the Chinese font that the project itself brings for the words of the page. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { scratch } from '../cli/run.ts';

const CHROMIUM = '/usr/bin/chromium';
const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function launch(): Promise<Browser> {
  if (!existsSync(CHROMIUM))
    throw new Error(`${CHROMIUM} is not installed: the page of preview cannot be tested (apt-get install chromium)`);
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ARGS,
    env: { ...process.env, FONTCONFIG_FILE: fontsFile() } as Record<string, string>,
  });
}

function fontsFile(): string {
  const dir = scratch();
  const fonts = ['400Regular', '700Bold'].map((weight) => `<dir>${resolve('node_modules/@expo-google-fonts/noto-sans-sc', weight)}</dir>`);
  const file = join(dir, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>${fonts.join('')}<cachedir>${dir}</cachedir></fontconfig>`,
  );
  return file;
}

/** Pictures for README go to docs/screens when MBPACK_SCREENS is set; else they are taken and thrown away. */
export function screenPath(name: string): string {
  const dir = process.env.MBPACK_SCREENS ? resolve('docs/screens') : scratch();
  mkdirSync(dir, { recursive: true });
  return join(dir, `preview-${name}.png`);
}
