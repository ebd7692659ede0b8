"""Templating: the zip around the XML: read with limits, written without recompressing.

What is written depends on the content alone: fixed times, the order of the source.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from docgen.templating.errors import TemplateError, TemplateProblem
from docgen.templating.relations import PACKAGE, named, rels_of, targets
from docgen.templating.safety import (
    CONTENT_TYPES,
    is_relations,
    refuse_outside,
    refuse_programs,
)
from docgen.templating.xml import parse

MAX_ENTRIES = 2_000
MAX_BYTES = 200 * 2**20
SMALL = 50 * 2**20
MAX_RATIO = 200
"""Limits on what a package may declare before anything of it is unpacked. A small one may be
packed tighter: a long table's XML shrinks fifty times, a blank picture a thousand."""

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_MIDNIGHT_1980 = (0, 0x21)
_UTF8 = 0x800
_ENCRYPTED, _BEHIND = 1, 8
_IN_EXTRA = 0xFFFFFFFF
"""What stands for a size that an extra field has; behind the data it stands with flag 8."""
_STRANGE = re.compile(r"^(?:/|[A-Za-z]:)|\\|(?:^|/)\.\.(?:/|$)|[\0-\x1f]")
"""In a name: what leads out of the package, or hides the rest of it."""
_LEVEL = 3
"""Of zlib: half the time of 6 for a few per cent of size; 4 is slower than both (measured)."""
_OFFSET = 4
_OLE = b"\xd0\xcf\x11\xe0"
_NOT_A_PACKAGE = "tệp không phải là văn bản Word (.docx) hoặc đã hỏng"


@dataclass(frozen=True)
class Member:
    """One entry of the zip as it lies in the file: its name and its compressed bytes."""

    name: str
    method: int
    crc: int
    size: int
    data: bytes

    @classmethod
    def of(cls, name: str, content: bytes) -> Member:
        """A new entry, deflated."""
        return cls.made(name, (content,))

    @classmethod
    def made(cls, name: str, pieces: Iterable[bytes]) -> Member:
        """A new entry from its content in pieces, deflated as they come."""
        deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
        packed, crc, size = [], 0, 0
        for piece in pieces:
            crc = zlib.crc32(piece, crc)
            size += len(piece)
            packed.append(deflate.compress(piece))
        packed.append(deflate.flush())
        return cls(name, zipfile.ZIP_DEFLATED, crc, size, b"".join(packed))

    @cached_property
    def entry(self) -> Entry:
        """How the member is written: made once for those that every render copies."""
        name = self.name.encode()
        flags = 0 if name.isascii() else _UTF8
        facts = (
            flags, self.method, *_MIDNIGHT_1980, self.crc, len(self.data), self.size, len(name), 0,
        )  # fmt: skip
        whole = b"".join((_LOCAL.pack(b"PK\3\4", 20, *facts), name, self.data))
        line = _CENTRAL.pack(b"PK\1\2", 20, 20, *facts, 0, 0, 0, 0, 0)[:-_OFFSET]
        return Entry(whole, line, name)


class Entry(NamedTuple):
    """A member in the file: header, name and data; its line of the directory up to its offset."""

    whole: bytes
    line: bytes
    name: bytes


def read_package(data: bytes) -> dict[str, Member]:
    """The entries of a template by name, in their order, still compressed. Raises `TemplateError`,
    also for programs and outside sources."""
    members = open_package(data)
    main_part(members)
    if any(name.lower().endswith("vbaproject.bin") for name in members):
        raise _refused("tệp có macro; hãy lưu lại dưới dạng .docx không có macro")
    for name, member in members.items():
        if name == CONTENT_TYPES:
            refuse_programs(content(member))
        elif is_relations(name):
            refuse_outside(name, content(member))
    return members


def open_package(data: bytes) -> dict[str, Member]:
    """The entries of any package by name, in their order. Raises `TemplateError` for what is none,
    or declares more than can be unpacked."""
    if data.startswith(_OLE):
        raise _refused("tệp đặt mật khẩu hoặc ở dạng .doc cũ; hãy lưu lại dưới dạng .docx")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos = [info for info in package.infolist() if not info.is_dir()]
            _refuse_bombs(infos)
            return _members(data, infos)
    except (zipfile.BadZipFile, struct.error, ValueError, RuntimeError, EOFError) as error:
        raise _refused(_NOT_A_PACKAGE) from error


def main_part(members: Mapping[str, Member | None]) -> str:
    """The name of the part that is the document itself. Raises `TemplateError`."""
    listing = members.get(named(members.keys(), rels_of(PACKAGE)) or "")
    relations = None if listing is None else parse(content(listing))
    for target in targets(relations, PACKAGE, "officeDocument"):
        if (name := named(members.keys(), target)) is not None:
            return name
    raise _refused("tệp không có phần thân văn bản Word")


def read_main_part(docx: bytes) -> bytes:
    """The unpacked bytes of the document itself. Raises `TemplateError`."""
    members = read_package(docx)
    return content(members[main_part(members)])


def content(member: Member) -> bytes:
    """The unpacked bytes of an entry, never more than it declared. Raises `TemplateError`."""
    unpacked = member.data
    if member.method != zipfile.ZIP_STORED:
        inflate = zlib.decompressobj(-15)
        try:
            unpacked = inflate.decompress(member.data, member.size + 1)
        except zlib.error as error:
            raise _refused(f"phần {member.name} đã hỏng") from error
    if len(unpacked) != member.size or zlib.crc32(unpacked) != member.crc:
        raise _refused(f"phần {member.name} đã hỏng hoặc khai sai kích thước")
    return unpacked


def write_package(members: Iterable[Member]) -> bytes:
    """The docx made of these entries, in this order."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in members:
        whole, line, name = member.entry
        pieces.append(whole)
        directory += (line, offset.to_bytes(_OFFSET, "little"), name)
        offset += len(whole)
    listing = b"".join(directory)
    count = len(pieces)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(listing), offset, 0)
    return b"".join((*pieces, listing, end))


def is_written(docx: bytes, members: Iterable[Member]) -> bool:
    """Whether the file is exactly these entries in this order, each where the directory says."""
    try:
        *_, count, size, start, _ = _END.unpack_from(docx, len(docx) - _END.size)
    except struct.error:
        return False
    at, line_at, found = 0, start, 0
    for member in members:
        whole, line, name = member.entry
        told = line + at.to_bytes(_OFFSET, "little") + name
        if not (docx.startswith(whole, at) and docx.startswith(told, line_at)):
            return False
        at += len(whole)
        line_at += len(told)
        found += 1
    return (at, line_at, found) == (start, start + size, count) and line_at == len(docx) - _END.size


def read_back(docx: bytes) -> dict[str, Member]:
    """The entries of a file that `write_package` made, as its own directory tells them.

    Trusts the layout, not the content: raises `TemplateError` when they do not agree.
    """
    try:
        *_, count, _, size, start, _ = _END.unpack_from(docx, len(docx) - _END.size)
        members: dict[str, Member] = {}
        for _ in range(count):
            facts = _CENTRAL.unpack_from(docx, start)
            method, crc, packed, full, length, offset = (facts[i] for i in (4, 7, 8, 9, 10, 16))
            start += _CENTRAL.size
            name = docx[start : start + length]
            start += length
            data = offset + _LOCAL.size + length
            if facts[0] != b"PK\1\2" or docx[data - length : data] != name:
                raise ValueError(name)
            found = Member(name.decode(), method, crc, full, docx[data : data + packed])
            members[found.name] = found
    except (struct.error, ValueError) as error:
        raise _refused("tệp vừa tạo bị hỏng, không đọc lại được") from error
    return members


def _members(data: bytes, infos: Iterable[zipfile.ZipInfo]) -> dict[str, Member]:
    """The entries by name. Raises ValueError when two of them share bytes of the file."""
    places = {info.filename: _place(data, info) for info in infos}
    ordered = sorted(places.values())
    if any(one.end > other.start for one, other in zip(ordered, ordered[1:], strict=False)):
        raise ValueError("entries over each other")
    return {
        info.filename: Member(
            info.filename, info.compress_type, info.CRC, info.file_size,
            data[places[info.filename].data : places[info.filename].end],
        )
        for info in infos
    }  # fmt: skip


class _Place(NamedTuple):
    """Where an entry lies in the file: its header, its compressed bytes, their end."""

    start: int
    data: int
    end: int


def _place(data: bytes, info: zipfile.ZipInfo) -> _Place:
    """Where an entry lies. Raises ValueError when its header tells another than the directory."""
    if info.flag_bits & _ENCRYPTED:
        raise _refused("tệp đặt mật khẩu; hãy bỏ mật khẩu rồi lưu lại")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ValueError("unknown compression")
    facts = _LOCAL.unpack_from(data, info.header_offset)
    mark, method, packed, name_length, extra_length = (facts[i] for i in (0, 3, 7, 9, 10))
    name_at = info.header_offset + _LOCAL.size
    name_end = name_at + name_length
    name = data[name_at:name_end].decode("utf-8" if info.flag_bits & _UTF8 else "cp437")
    if (mark, method, name) != (b"PK\3\4", info.compress_type, info.orig_filename):
        raise ValueError("not the entry of the directory")
    begin = name_end + extra_length
    end = begin + info.compress_size
    sizes = (info.compress_size, _IN_EXTRA, 0 if info.flag_bits & _BEHIND else _IN_EXTRA)
    if packed not in sizes or end > len(data):
        raise ValueError("not the size of the directory")
    return _Place(info.header_offset, begin, end)


def _refuse_bombs(infos: list[zipfile.ZipInfo]) -> None:
    if len(infos) > MAX_ENTRIES or len({info.filename.casefold() for info in infos}) != len(infos):
        raise _refused("tệp có quá nhiều phần hoặc có phần trùng tên")
    for info in infos:
        if _STRANGE.search(info.orig_filename):
            raise _refused(f"tệp có phần mang tên không hợp lệ ({info.orig_filename[:100]!r})")
    total = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos)
    if total > MAX_BYTES or (total > SMALL and total > MAX_RATIO * max(packed, 1)):
        raise _refused("tệp khai kích thước quá lớn khi giải nén")


def _refused(why: str) -> TemplateError:
    return TemplateError((TemplateProblem(why),))
