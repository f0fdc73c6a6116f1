import type { ErrorCode } from '../../model/error.ts'

/** What each error code means and what to do about it, in Chinese; in English the errors speak for themselves. */
export const zhErrors: Readonly<Record<ErrorCode, { readonly title: string; readonly advice: string }>> = {
  file_not_found: { title: '没有这个文件或文件夹', advice: '请检查路径是否写对' },
  file_unreadable: { title: '文件无法读取', advice: '请检查文件及其文件夹的权限和文件名' },
  not_a_file: { title: '既不是文件也不是文件夹', advice: '请指定文件或文件夹' },
  file_empty: { title: '文件是空的', advice: '请换一份有内容的文件' },
  file_too_large: { title: '文件太大', advice: '可信的文件可用 --limit bytes=数字 放宽限制，否则请拆分文件后再读取' },
  file_changed_while_read: { title: '读取时文件发生了变化', advice: '请等文件写完后再运行一次' },
  format_unknown: { title: '看不出文件是什么格式', advice: '请另存为 DOCX、PDF 或 TXT' },
  format_unsupported: { title: '不支持这种格式', advice: '请另存为 DOCX、PDF 或 TXT' },
  docx_damaged: { title: 'DOCX 文件已损坏', advice: '请用文字处理软件打开并另存，或重新获取原件' },
  docx_encrypted: { title: 'DOCX 文件有密码', advice: '请打开文件、去掉密码后另存' },
  doc_damaged: { title: 'DOC 文件已损坏', advice: '请用文字处理软件打开并另存为 DOCX，或重新获取原件' },
  doc_encrypted: { title: 'DOC 文件有密码', advice: '请打开文件、去掉密码后另存为 DOCX' },
  pdf_damaged: { title: 'PDF 文件已损坏', advice: '请用阅读器打开并另存，或重新获取原件' },
  pdf_encrypted: { title: 'PDF 文件有密码', advice: '请打开文件、去掉密码后另存' },
  ocr_unavailable: {
    title: '没有安装识别扫描件所需的程序库',
    advice: '请运行 npm install tesseract.js @tesseract.js-data/chi_sim，再用 --ocr 导入',
  },
  archive_damaged: { title: 'ZIP 压缩包已损坏', advice: '请重新获取压缩包，或解压后逐个导入' },
  archive_encrypted: { title: '压缩包里的文件有密码', advice: '请用密码解压后再导入' },
  text_undecodable: { title: '看不出文本的编码', advice: '请另存为 UTF-8 编码' },
  no_text: { title: '文件里没有文字', advice: '如果是扫描件，请加 --ocr 识别文字' },
  limit_exceeded: {
    title: '文件超出了读取限制',
    advice: '可信的文件可用 --limit 名称=数字 放宽括号中所说的限制，否则请拆分文件后再读取',
  },
  manifest_invalid: { title: '清单有误', advice: '请改正该行；清单首行为 file,year,region,issuer,kind' },
  given_conflict: {
    title: '对同一份文件有两种不同的说明',
    advice: '内容相同的文件是同一份文档：请在清单中只说明一次，或说得一致',
  },
  rulebook_invalid: { title: '规则表有误', advice: '请改正所指的文件和行，再用 baoshu rules check 检查' },
  store_unusable: { title: '数据库无法使用', advice: '请检查路径、权限和磁盘空间' },
  store_foreign: { title: '这个文件不是报数的数据库', advice: '请用 --db 指定另一个文件' },
  store_newer: { title: '数据库由更新版本的报数建立', advice: '请升级报数' },
  store_locked: { title: '数据库正被另一个程序使用', advice: '请等它结束后再运行' },
  output_unwritable: { title: '无法写入输出', advice: '请检查输出路径、权限和磁盘空间' },
  workbook_too_large: {
    title: '数据太多，一个工作簿放不下',
    advice: '请改用 csv、parquet 或 datapackage 导出，均无此限制',
  },
  usage: { title: '用法有误', advice: '请用 --help 查看用法' },
  not_found: { title: '没有找到', advice: '请检查所给的编号或文字' },
  internal: { title: '报数自身的缺陷', advice: '请连同文件一并报告' },
}
