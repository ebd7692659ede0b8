#!/usr/bin/env bash
# Installs what the tests need besides Python: programs from the distribution's packages, and the
# npm packages pinned in package-lock.json. Does nothing when all is there. `make test-setup` runs it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

any_of() { local name; for name in "$@"; do command -v "$name" >/dev/null && return 0; done; return 1; }

# On Ubuntu `chromium` may be a stub that only asks for a snap: a browser is one that says its version.
have_chromium() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" >/dev/null && "$name" --version >/dev/null 2>&1; then return 0; fi
  done
  return 1
}
# The metrics of Times New Roman, with the Vietnamese letters: Liberation 1 has none of ạ ế ơ ư.
have_liberation() {
  any_of fc-list && [ -n "$(fc-list ':family=Liberation Serif:lang=vi')" ]
}
# Debian 12 keeps Liberation 2 in a package of its own; later releases have nothing else.
liberation_package() {
  if [ -n "$(apt-cache --quiet=0 madison fonts-liberation2 2>/dev/null)" ]; then
    echo fonts-liberation2
  else
    echo fonts-liberation
  fi
}
have_postgres() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || any_of initdb; }
# `soffice` alone does not tell whether Writer is there; its library does.
have_writer() {
  any_of soffice libreoffice && { [ ! -f /etc/debian_version ] || [ -n "$(writer_library)" ]; }
}
writer_library() {
  find -L /usr/lib/libreoffice/program /opt/libreoffice*/program -name 'libswlo.so' -print -quit 2>/dev/null || true
}

missing=()
have_chromium || missing+=(chromium)
have_writer || missing+=(libreoffice-writer)
have_liberation || missing+=(fonts-liberation fontconfig)
any_of pdftotext && any_of pdftoppm || missing+=(poppler-utils)
have_postgres || missing+=(postgresql)
any_of npm || missing+=(npm)

if [ ${#missing[@]} -gt 0 ]; then
  if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
    echo "The tests need these packages (Debian's names): ${missing[*]}" >&2
    echo "Install them, or run \`make test-setup\` as root where there is apt." >&2
    exit 1
  fi
  echo "Installing Debian packages: ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  missing=("${missing[@]/#fonts-liberation/$(liberation_package)}")
  apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi

stamp=node_modules/.made
if [ ! -e "$stamp" ] || [ package-lock.json -nt "$stamp" ] || [ package.json -nt "$stamp" ]; then
  echo "Installing the npm packages of tests/tools/package-lock.json"
  npm ci --no-audit --no-fund --loglevel=error
  touch "$stamp"
fi
