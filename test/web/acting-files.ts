/** Evidence that acts: PDFs and web pages that open dialogs, follow links, submit, go elsewhere or start something, where their reader lets them. */

/** One page of 200 × 200 points, black but for what is left out; `catalog` and `page` are further members of those dictionaries. */
export function makePdf({
  catalog = '',
  page = '',
  more = [],
  content,
}: Partial<Record<'catalog' | 'page' | 'content', string>> & { readonly more?: readonly string[] } = {}): Buffer {
  const stream = content ?? '0 0 0 rg 0 0 200 200 re f';
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R ${page} >>`,
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    ...more,
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const link = (action: string): string =>
  `/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 200 200] /Border [0 0 0] /A << ${action} >> >>]`;
const AWAY = 'http://127.0.0.1:9/';
const SCRIPT = `/S /JavaScript /JS (app.alert\\('owned'\\); this.submitForm\\('${AWAY}'\\); app.launchURL\\('${AWAY}', true\\);)`;
const BUTTON = `/Type /Annot /Subtype /Widget /FT /Btn /Ff 65536 /T (b) /Rect [0 0 200 200] /P 3 0 R`;
const MARKUP = `<script>alert('owned');document.title='owned'</script><meta http-equiv="refresh" content="0;url=${AWAY}"><img src="${AWAY}x.png"><a href="${AWAY}">x</a><form action="${AWAY}"><input autofocus onfocus="this.form.submit()"></form>`;

/** By file name. */
export const ACTING_PDFS: Readonly<Record<string, Buffer>> = {
  '打开即弹窗.pdf': makePdf({ catalog: `/OpenAction << ${SCRIPT} >>`, page: `/AA << /O << ${SCRIPT} >> >>` }),
  '文档脚本.pdf': makePdf({ catalog: `/Names << /JavaScript << /Names [(a) << ${SCRIPT} >>] >> >>` }),
  '整页链接.pdf': makePdf({ page: link(`/S /URI /URI (${AWAY})`) }),
  '打开即跳转.pdf': makePdf({ catalog: `/OpenAction << /S /URI /URI (${AWAY}) >>` }),
  '提交表单.pdf': makePdf({
    catalog: `/OpenAction << /S /SubmitForm /F (${AWAY}) /Flags 4 >> /AcroForm << /Fields [5 0 R] /NeedAppearances true >>`,
    page: '/Annots [5 0 R]',
    more: [`<< ${BUTTON} /A << /S /SubmitForm /F (${AWAY}) /Flags 4 >> >>`],
  }),
  '打开别的文件.pdf': makePdf({
    catalog: '/OpenAction << /S /GoToR /F (other.pdf) /D [0 /Fit] /NewWindow true >>',
    page: link('/S /GoToR /F (other.pdf) /D [0 /Fit] /NewWindow true'),
  }),
  '启动程序.pdf': makePdf({
    catalog: '/OpenAction << /S /Launch /F (calc.exe) >>',
    page: link('/S /Launch /F (calc.exe) /NewWindow true'),
  }),
  '表单脚本.pdf': makePdf({
    catalog: '/AcroForm << /Fields [5 0 R] >>',
    page: '/Annots [5 0 R]',
    more: [`<< ${BUTTON} /A << ${SCRIPT} >> /AA << /PO << ${SCRIPT} >> /E << ${SCRIPT} >> >> >>`],
  }),
};

export const ACTING_TEXTS: Readonly<Record<string, string>> = {
  '网页.html': `<!doctype html>${MARKUP}`,
  '图.svg': `<svg xmlns="http://www.w3.org/2000/svg" onload="alert('owned')"><script>alert('owned')</script><a href="${AWAY}"><rect width="999" height="999"/></a></svg>`,
  '转换.xml': `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="${AWAY}a.xsl"?><html xmlns="http://www.w3.org/1999/xhtml"><script>alert('owned')</script></html>`,
  '归档.mhtml': `MIME-Version: 1.0\nContent-Type: text/html\n\n${MARKUP}`,
  '归档.mht': `MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n${MARKUP}\n--b--`,
};

/** A codestream of JPEG 2000 (ISO/IEC 15444-1, annex A): 16 × 16, one component of 8 bits, one packet that is empty, so middle grey everywhere. */
const GREY_JPEG2000 = [
  'ff4f',
  'ff5100290000',
  '00000010'.repeat(2),
  '00000000'.repeat(2),
  '00000010'.repeat(2),
  '00000000'.repeat(2),
  '0001070101',
  'ff52000c',
  '00000001000004040001',
  'ff5c00044040',
  'ff90000a',
  '00000000000f0001',
  'ff9300',
  'ffd9',
].join('');

/** A page that is one picture of JPEG 2000, as scanners make them; `cut`: bytes that are left of it. */
export function scannedPdf(cut?: number): Buffer {
  const picture = Buffer.from(GREY_JPEG2000, 'hex').subarray(0, cut).toString('latin1');
  return makePdf({
    content: 'q 200 0 0 200 0 0 cm /I Do Q',
    page: '/Resources << /XObject << /I 5 0 R >> >>',
    more: [
      `<< /Type /XObject /Subtype /Image /Width 16 /Height 16 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /JPXDecode /Length ${picture.length} >>\nstream\n${picture}\nendstream`,
    ],
  });
}
