@echo off
chcp 65001 >nul
cd /d "%~dp0"
set PYTHONUTF8=1
where py >nul 2>nul && (py -3 build_site.py edit & goto end)
where python >nul 2>nul && (python build_site.py edit & goto end)
echo 这台电脑没有装 Python。请从 https://www.python.org/downloads/ 下载 3.11 以上版本，
echo 安装时勾选 Add python.exe to PATH，装好后再双击这个文件。
:end
pause
