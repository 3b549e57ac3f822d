/** Sound by espeak-ng and film by ffmpeg; both are needed only to make the examples again. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filmFrame } from './photos.mjs';

const FPS = 8;
const FRAMES = 24;
/** No names of tools, no times: the container holds what was filmed and nothing else. */
const EXACT = ['-fflags', '+bitexact', '-flags', '+bitexact', '-map_metadata', '-1', '-threads', '1'];

function workshop(make) {
  const folder = mkdtempSync(join(tmpdir(), 'mbpack-example-'));
  try {
    return make(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const ffmpeg = (...args) => execFileSync('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', ...args]);

/** Speech as WAV, 8 kHz mono, 16 bits. */
export function speech(text) {
  return workshop((folder) => {
    execFileSync('espeak-ng', ['-v', 'cmn', '-s', '190', '-w', join(folder, 'voice.wav'), text]);
    ffmpeg('-i', join(folder, 'voice.wav'), '-ar', '8000', '-ac', '1', '-c:a', 'pcm_s16le', ...EXACT, join(folder, 'out.wav'));
    return readFileSync(join(folder, 'out.wav'));
  });
}

/** Three seconds of corridor as MP4 (H.264). */
export function film() {
  return workshop((folder) => {
    for (let i = 0; i < FRAMES; i++) {
      writeFileSync(
        join(folder, `${String(i).padStart(3, '0')}.png`),
        filmFrame(i, `2026-03-24 21:31:${String(10 + Math.floor(i / FPS)).padStart(2, '0')}`),
      );
    }
    ffmpeg(
      '-framerate',
      String(FPS),
      '-i',
      join(folder, '%03d.png'),
      '-c:v',
      'libx264',
      '-crf',
      '30',
      '-pix_fmt',
      'yuv420p',
      '-movflags',
      '+faststart',
      ...EXACT,
      join(folder, 'out.mp4'),
    );
    return readFileSync(join(folder, 'out.mp4'));
  });
}
