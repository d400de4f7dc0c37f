#!/bin/sh
cd "$(dirname "$0")" || exit 1
if command -v python3 >/dev/null; then
  exec python3 build_site.py edit
fi
echo "这台电脑没有装 Python。请从 https://www.python.org/downloads/ 下载 3.11 以上版本，装好后再双击这个文件。"
