import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Whether LibreOffice is here to open what we write. */
export const hasOffice = spawnSync('soffice', ['--version']).status === 0;

/**
 * Pages of each DOCX as LibreOffice lays it out.
 * @param folder for the PDFs and LibreOffice's profile
 */
export function pagesOf(files: readonly string[], folder: string): number[] {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files];
  execFileSync('soffice', args, { stdio: 'ignore', timeout: 150_000 });
  return files.map((file) => {
    const pdf = readFileSync(join(folder, `${basename(file, '.docx')}.pdf`), 'latin1');
    return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  });
}
